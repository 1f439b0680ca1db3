"""`make mutants`: changes a random sample of lines, one at a time, and lists the changes that no test notices.

For each line of the sample one mutation is drawn from those that tools/mutations.py finds there. Equivalent mutants,
which behave like the program, are counted as survivors.
"""

import argparse
import os
import random
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from tools.code_survey import ROOT
from tools.mutant_run import CoveredProject, Mutant, MutantVerdict, SuiteError, cover_project, limits_for
from tools.mutations import Mutation, find_mutations

_PACKAGE: Final = "exhibit"


class PathError(Exception):
    """A path that has no module to mutate."""


def main(words: Sequence[str]) -> int:
    """Prints the table of mutants; returns the exit status, which is not 0 only if nothing could be measured."""
    options = _parser().parse_args(words)
    try:
        mutants = sample(read_mutations(ROOT, options.paths), options.count, options.seed)
        with TemporaryDirectory(prefix="mutants-") as folder:
            project = cover_project(ROOT, Path(folder) / "project", options.jobs)
            verdicts = list(_judge_all(project, mutants, options.jobs, options.timeout))
    except (PathError, SuiteError) as error:
        print(error, file=sys.stderr)
        return 1
    print(format_report(mutants, verdicts, options.seed))
    return 0


def read_mutations(root: Path, paths: Iterable[Path]) -> dict[Path, list[Mutation]]:
    """The mutations of all modules at or below some paths of the package, by path from the root.

    Raises PathError for a path that is not in the package or has no module.
    """
    modules: set[Path] = set()
    for path in paths:
        inside = root / path
        found = [inside] if inside.suffix == ".py" and inside.is_file() else list(inside.rglob("*.py"))
        if not found or not inside.resolve().is_relative_to(root / _PACKAGE):
            raise PathError(f"{path}: no module of {_PACKAGE}/ is there; name a file or a folder of it")
        modules.update(found)
    return {one.relative_to(root): find_mutations(one.read_text(encoding="utf-8")) for one in sorted(modules)}


def sample(mutations: dict[Path, list[Mutation]], count: int, seed: int) -> list[Mutant]:
    """One mutation each of `count` random lines, or of all lines if there are fewer, ordered by path and line."""
    by_line: dict[tuple[Path, int], list[Mutation]] = defaultdict(list)
    for path, found in mutations.items():
        for mutation in found:
            by_line[path, mutation.line].append(mutation)
    drawn = random.Random(seed)
    lines = drawn.sample(sorted(by_line), min(count, len(by_line)))
    return sorted(Mutant(line[0], drawn.choice(by_line[line])) for line in lines)


def format_report(mutants: Sequence[Mutant], verdicts: Sequence[MutantVerdict], seed: int) -> str:
    """One sentence and a Markdown table: the survivors, then the killed, each in the order of the mutants."""
    pairs = sorted(zip(mutants, verdicts, strict=True), key=lambda pair: not pair[1].survived)
    survivors = sum(verdict.survived for verdict in verdicts)
    rows = [
        f"| {mutant} | `{_cell(mutant.mutation.description)}` | {_cell(str(verdict))} |" for mutant, verdict in pairs
    ]
    share = survivors / len(mutants) if mutants else 0
    head = f"{survivors} of {len(mutants)} mutants survived ({share:.1%}; seed {seed}; equivalent ones included)."
    return "\n".join([head, "", "| line | mutation | result |", "|---|---|---|", *rows])


def _judge_all(
    project: CoveredProject, mutants: Sequence[Mutant], jobs: int, timeout: float
) -> Iterator[MutantVerdict]:
    """The verdicts in the order of the mutants; prints each as it comes."""
    limits = limits_for(project, jobs, timeout)
    with ThreadPoolExecutor(jobs) as pool:
        verdicts = pool.map(lambda mutant: project.judge(mutant, limits), mutants)
        for number, (mutant, verdict) in enumerate(zip(mutants, verdicts, strict=True), 1):
            print(f"{number}/{len(mutants)} {mutant} {mutant.mutation.description}: {verdict}", file=sys.stderr)
            yield verdict


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("`", "'")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tools.mutants", description="Tries the tests on changed lines.")
    parser.add_argument("--count", type=int, default=200, help="lines to change (200)")
    parser.add_argument("--seed", type=int, default=1, help="the same seed draws the same lines and changes (1)")
    parser.add_argument("--paths", type=Path, nargs="+", default=[Path(_PACKAGE)], help="files and folders (exhibit)")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="mutants at a time (the processors)")
    parser.add_argument("--timeout", type=float, default=30, help="seconds after which one test counts as failed (30)")
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
