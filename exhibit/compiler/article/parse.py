"""Reads an article's files as they were written: heads, texts, figures; nothing is converted yet."""

from itertools import groupby
from pathlib import Path
from typing import Final, Literal, NamedTuple

from exhibit.compiler.article.markup import ParsedText, read_markup
from exhibit.compiler.content.files import ArticleFiles, read_source
from exhibit.compiler.content.schema import ArticleHead, EditionHead, MetricEntry
from exhibit.compiler.content.validation import LocatedValue, read_declared, read_each
from exhibit.compiler.content.yaml_tree import MappingNode, ScalarNode, read_yaml
from exhibit.compiler.problems import ProblemList, ProblemPlace
from exhibit.model.text import Script

LONGEST_PARAGRAPH: Final = 2_000
LONGEST_PARSED: Final = 20_000
"""Characters between two empty lines that are read at all: the Markdown parser needs the square of hostile brackets."""
LONGEST_ARTICLE: Final = 1_000_000
LONGEST_OVERVIEW: Final = 50


class WrittenEdition(NamedTuple):
    """An edition's file; `head` is None where it is wrong, `id` and `script` are what could be read of it."""

    file: str
    id: str
    script: Script
    head: LocatedValue[EditionHead] | None
    markup: ParsedText


class WrittenArticle(NamedTuple):
    """An article's files; a figure is None where it is wrong."""

    id: str
    main: LocatedValue[ArticleHead] | None
    editions: tuple[WrittenEdition, ...]
    metrics: dict[str, LocatedValue[MetricEntry] | None]


def read_article(folder: Path, files: ArticleFiles, problems: ProblemList) -> WrittenArticle:
    """All files of an article."""
    editions = [one for file in files.editions if (one := _read_edition(folder, file, problems))]
    main = next((one.head for one in editions if one.file == f"articles/{files.id}.md"), None)
    _check_editions(editions, problems)
    metrics = _read_metrics(folder, files.metrics, problems)
    return WrittenArticle(files.id, main, tuple(editions), metrics)  # type: ignore[arg-type]  # ID.md has an ArticleHead


def _read_metrics(folder: Path, file: str | None, problems: ProblemList) -> dict[str, LocatedValue[MetricEntry] | None]:
    text = read_source(folder, file, problems) if file else None
    if file is None or text is None:
        return {}
    table = read_yaml(text, file, problems)
    return read_each(MetricEntry, table, file, problems) if table else {}


def _read_edition(folder: Path, file: str, problems: ProblemList) -> WrittenEdition | None:
    text = read_source(folder, file, problems)
    if text is None:
        return None
    if len(text) > LONGEST_ARTICLE:
        problems.error(
            ProblemPlace(file, 1), f"the article has {len(text):,} characters, more than {LONGEST_ARTICLE:,}; split it"
        )
        return None
    lines = text.split("\n")
    if lines[0].rstrip() != "---" or "---" not in (rest := [line.rstrip() for line in lines[1:]]):
        problems.error(
            ProblemPlace(file, 1), "the head is missing; begin the file with its facts between two lines `---`"
        )
        return None
    end = rest.index("---") + 1
    table = read_yaml("\n".join(lines[1:end]), file, problems, 2)
    model = EditionHead if file.count(".") > 1 else ArticleHead
    head = read_declared(model, table, file, problems) if table else None
    markup = read_markup(_parsable(lines[end + 1 :], file, problems, end + 2), file, problems, end + 2)
    edition = WrittenEdition(file, _scalar(table, "edition"), _script(table), head, markup)
    _check_lengths(edition, problems)
    return edition


def _parsable(lines: list[str], file: str, problems: ProblemList, first: int) -> str:
    """The text, without the stretches that are too long to be a paragraph."""
    kept: list[str] = []
    for blank, group in groupby(lines, key=lambda line: not line.strip()):
        part = list(group)
        if not blank and (size := sum(map(len, part))) > LONGEST_PARSED:
            where = ProblemPlace(file, first + len(kept))
            problems.error(
                where, f"{size:,} characters without an empty line, more than {LONGEST_PARSED:,}; split them"
            )
            part = [""] * len(part)
        kept += part
    return "\n".join(kept)


def _scalar(table: MappingNode | None, key: str) -> str:
    value = table.get(key) if table else None
    return value.text if isinstance(value, ScalarNode) else ""


def _script(table: MappingNode | None) -> Script:
    script: Literal["hans", "hant"] = "hant" if _scalar(table, "script") == "hant" else "hans"
    return script


def _check_lengths(edition: WrittenEdition, problems: ProblemList) -> None:
    if edition.head and len(overview := edition.head.value.overview) > LONGEST_OVERVIEW:
        where = edition.head.where("overview")
        problems.warning(
            where, f"the overview has {len(overview)} characters, more than {LONGEST_OVERVIEW}; shorten it"
        )
    for block in edition.markup.blocks:
        if len(block.text) > LONGEST_PARAGRAPH:
            size = f"{len(block.text):,} characters, more than {LONGEST_PARAGRAPH:,}"
            problems.warning(
                ProblemPlace(edition.file, block.line), f"the paragraph has {size}; split it where a new idea begins"
            )
    if not edition.markup.blocks:
        problems.error(ProblemPlace(edition.file, 1), "the article has no text; write it under the head")


def _check_editions(editions: list[WrittenEdition], problems: ProblemList) -> None:
    seen: dict[str, str] = {}
    for edition in editions:
        where = edition.head.where("edition") if edition.head else ProblemPlace(edition.file, 1)
        parts = edition.file.removesuffix(".md").split(".")
        if len(parts) > 1 and edition.head and edition.id != parts[1]:
            problems.error(
                where, f"the file's name says edition `{parts[1]}`, the head `{edition.id}`; make them the same"
            )
        if edition.id and edition.id in seen:
            problems.error(where, f"{seen[edition.id]} is the edition `{edition.id}` already; give this one another")
        seen.setdefault(edition.id, edition.file)
