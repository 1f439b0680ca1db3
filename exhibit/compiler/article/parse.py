"""Parses the files of an article as they were written: heads, texts, figures. Nothing is converted yet."""

from collections.abc import Mapping
from itertools import groupby
from typing import Final, Literal, NamedTuple

from exhibit.compiler.article.markup import ParsedText, read_markup
from exhibit.compiler.content.files import ArticleFiles, decode_source
from exhibit.compiler.content.read_file import FileContent
from exhibit.compiler.content.schema import ArticleHead, EditionHead, MetricEntry
from exhibit.compiler.content.validation import LocatedValue, read_declared, read_each
from exhibit.compiler.content.yaml_tree import MappingNode, ScalarNode, read_yaml
from exhibit.compiler.problems import ProblemList, ProblemPlace
from exhibit.model.limits import MAX_ARTICLE, MAX_BLOCKS, MAX_FIGURES, MAX_PARAGRAPH, MAX_SECTIONS
from exhibit.model.text import Script

ArticleContent = Mapping[str, FileContent]
"""The content of each file of an article, by file name."""

_WARNED_PARAGRAPH: Final = 2_000
_WARNED_OVERVIEW: Final = 50
"""Characters from which on a text is called long."""


class WrittenEdition(NamedTuple):
    """The file of an edition; `head` is None if it has mistakes, `id` and `script` are as far as they could be read."""

    file: str
    id: str
    script: Script
    head: LocatedValue[EditionHead] | None
    markup: ParsedText


class WrittenArticle(NamedTuple):
    """The files of an article; a figure with mistakes is None."""

    id: str
    main: LocatedValue[ArticleHead] | None
    editions: tuple[WrittenEdition, ...]
    metrics: dict[str, LocatedValue[MetricEntry] | None]


def parse_article(files: ArticleFiles, contents: ArticleContent, problems: ProblemList) -> WrittenArticle:
    """Parses all files of an article. `contents` holds what each of them contains."""
    editions = [one for file in files.editions if (one := _parse_edition(file, contents[file], problems))]
    main = next((one.head for one in editions if one.file == f"articles/{files.id}.md"), None)
    _check_editions(editions, problems)
    metrics = _parse_metrics(files.metrics, contents, problems)
    return WrittenArticle(files.id, main, tuple(editions), metrics)  # type: ignore[arg-type]  # ID.md has an ArticleHead


def _parse_metrics(
    file: str | None, contents: ArticleContent, problems: ProblemList
) -> dict[str, LocatedValue[MetricEntry] | None]:
    text = decode_source(contents[file], file, problems) if file else None
    if file is None or text is None:
        return {}
    table = read_yaml(text, file, problems)
    return read_each(MetricEntry, table, file, problems, MAX_FIGURES) if table else {}


def _parse_edition(file: str, content: FileContent, problems: ProblemList) -> WrittenEdition | None:
    text = decode_source(content, file, problems)
    if text is None:
        return None
    if len(text) > MAX_ARTICLE:
        problems.error(
            ProblemPlace(file, 1), f"the article has {len(text):,} characters, more than {MAX_ARTICLE:,}; split it"
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
    """The text without paragraphs that are too long or too many, for which the Markdown parser takes too long."""
    kept: list[str] = []
    paragraphs = 0
    for blank, group in groupby(lines, key=lambda line: not line.strip()):
        part = list(group)
        paragraphs += not blank
        if paragraphs > MAX_BLOCKS:
            where = ProblemPlace(file, first + len(kept))
            problems.error(where, f"the article has more than {MAX_BLOCKS:,} paragraphs and headings; split it")
            break
        if not blank and (size := sum(map(len, part))) > MAX_PARAGRAPH:
            where = ProblemPlace(file, first + len(kept))
            problems.error(where, f"{size:,} characters without an empty line, more than {MAX_PARAGRAPH:,}; split them")
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
    if edition.head and len(overview := edition.head.value.overview) > _WARNED_OVERVIEW:
        where = edition.head.where("overview")
        problems.warning(
            where, f"the overview has {len(overview)} characters, more than {_WARNED_OVERVIEW}; shorten it"
        )
    for block in edition.markup.blocks:
        if len(block.text) > _WARNED_PARAGRAPH:
            size = f"{len(block.text):,} characters, more than {_WARNED_PARAGRAPH:,}"
            problems.warning(
                ProblemPlace(edition.file, block.line), f"the paragraph has {size}; split it where a new idea begins"
            )
    if len(sections := edition.markup.sections) > MAX_SECTIONS:
        message = f"the article has {len(sections):,} sections, more than {MAX_SECTIONS}; split it"
        problems.error(ProblemPlace(edition.file, sections[MAX_SECTIONS].line), message)
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
