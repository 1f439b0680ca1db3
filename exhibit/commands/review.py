"""`exhibit review`: lists the characters whose conversion between the scripts is doubtful, with their sentences."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from exhibit.commands.content import add_folder, print_problems, printable
from exhibit.commands.remedies import compiler_missing

if TYPE_CHECKING:
    from exhibit.compiler.scripts.ambiguity import AmbiguousCharacter


def configure(parser: argparse.ArgumentParser) -> None:
    """Adds the arguments."""
    add_folder(parser)
    parser.description = (
        "Look at each: if it is wrong, add it to `exceptions:` of scripts.yaml; if it is right, copy `phrase: result` "
        "to `reviewed:`, and it will not come back. Exit code 1 while something is left."
    )


def run(arguments: argparse.Namespace) -> int:
    """Returns the exit code: 0 if the whole folder was read and nothing is doubtful."""
    try:
        from exhibit.compiler.problems import has_errors
        from exhibit.compiler.scripts.review import review
    except ImportError as error:
        print(compiler_missing(error), file=sys.stderr)
        return 1
    folder: Path = arguments.content
    sections, problems = review(folder)
    for title, doubts in sections.items():
        print(f"# {title}: {len(doubts)}")
        for doubt in doubts:
            _print(folder, doubt)
        print()
    count = sum(map(len, sections.values()))
    print(f"{printable(str(folder))}: {count or 'no'} doubtful places", file=sys.stderr)
    if has_errors(problems):
        errors = [one for one in problems if one.severity == "error"]
        print_problems(folder, errors, sys.stderr)
        print(f"what these {len(errors):,} errors hide was not reviewed; fix them and review again", file=sys.stderr)
    return 1 if count or has_errors(problems) else 0


def _print(folder: Path, doubt: "AmbiguousCharacter") -> None:
    where = f"{(folder / doubt.where.file).as_posix()}:{doubt.where.line}"
    phrase, sentence = doubt.phrase, doubt.sentence
    print(printable(f"{where}: {phrase.hans}: {phrase.hant}  # or {doubt.others}"))
    print(printable(f"    {sentence.hans}"), printable(f"    {sentence.hant}"), sep="\n")
