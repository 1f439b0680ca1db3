"""Finds the sentence of every figure, and checks that its mark agrees with its declaration."""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from exhibit.compiler.article.markup import WrittenBlock, WrittenMark
from exhibit.compiler.article.numerals import NumberReading, narrow, numbers_in, readings
from exhibit.compiler.article.qualifiers import qualifier_problems
from exhibit.compiler.article.sentences import sentence_around
from exhibit.compiler.content.schema import MetricEntry
from exhibit.compiler.content.validation import LocatedValue
from exhibit.compiler.problems import ProblemList, ProblemPlace
from exhibit.model.metric import Evidence, number_text
from exhibit.model.text import Text


class DeclaredFigure(NamedTuple):
    """A declared figure of an article; `unit` in both scripts."""

    id: str
    entry: LocatedValue[MetricEntry]
    unit: Text


class EditionBlocks(NamedTuple):
    """The blocks of an edition, each with its text in both scripts."""

    edition: str
    file: str
    blocks: tuple[tuple[WrittenBlock, Text], ...]


class _MarkedFigure(NamedTuple):
    """A figure and its mark in a text; `written` is the marked text as the editor wrote it."""

    figure: DeclaredFigure
    written: str
    text: Text
    mark: WrittenMark
    evidence: Evidence
    where: ProblemPlace


def find_evidence(
    article: str, telling: EditionBlocks, figures: Mapping[str, DeclaredFigure | None], problems: ProblemList
) -> dict[str, Evidence]:
    """The evidence of each figure in an edition, in reading order. A figure that is None is not checked."""
    found: dict[str, tuple[Evidence, int]] = {}
    for block, text in telling.blocks:
        for mark in block.marks:
            where = ProblemPlace(telling.file, mark.line)
            key = short_id(article, mark.target)
            if key not in figures:
                problems.error(
                    where, f"there is no figure `{mark.target}` in metrics/{article}.yaml; add it or correct the mark"
                )
            elif key in found:
                problems.error(
                    where, f"the figure `{key}` is marked twice (first on line {found[key][1]}); mark it once"
                )
            else:
                evidence = _evidence(telling.edition, block, text, mark)
                found[key] = (evidence, mark.line)
                if figure := figures[key]:
                    _check(
                        _MarkedFigure(figure, block.text[mark.start : mark.end], text, mark, evidence, where), problems
                    )
    _report_unmarked(telling, (figure for figure in figures.values() if figure and figure.id not in found), problems)
    return {key: evidence for key, (evidence, _) in found.items()}


def short_id(article: str, target: str) -> str:
    """The id of a figure within its article, written as `ID` or `ARTICLE.ID`."""
    return target.removeprefix(f"{article}.")


def _evidence(edition: str, block: WrittenBlock, text: Text, mark: WrittenMark) -> Evidence:
    start, end = sentence_around(text.hans, mark.start, mark.end)
    return Evidence(edition, block.id, block.section, start, end, mark.start, mark.end, text.cut(start, end))


def _report_unmarked(telling: EditionBlocks, figures: Iterable[DeclaredFigure], problems: ProblemList) -> None:
    for figure in figures:
        where = figure.entry.where()
        problems.error(
            where,
            f"the figure `{figure.id}` is marked nowhere in {telling.file}; mark its number as [...](#{figure.id})",
        )


def _check(marked: _MarkedFigure, problems: ProblemList) -> None:
    figure, text, mark = marked.figure, marked.text.hans, marked.mark
    spans = numbers_in(text[mark.start : mark.end])
    if len(spans) != 1:
        count = len(spans) or "no"
        problems.error(
            marked.where, f"the mark `{marked.written}` of `{figure.id}` holds {count} numbers; mark exactly one"
        )
        return
    start, end = (mark.start + place for place in spans[0])
    ways = [(way, _unit_end(text, start, way, figure.unit.hans)) for way in readings(text, start, end)]
    stops = [stop for way, stop in ways if stop and float(way.value) == figure.entry.value.value]
    if not stops:
        problems.error(marked.where, _mismatch(marked, ways))
    elif stops[0] > mark.end:
        unit = figure.entry.value.unit
        problems.error(marked.where, f"the mark of `{figure.id}` ends before its unit `{unit}`; take the unit into it")
    else:
        before, number, behind = text[marked.evidence.start : start], text[start : stops[0]], text[stops[0] :]
        for message in qualifier_problems(before, number, behind, figure.entry.value.qualifier, figure.id):
            problems.warning(marked.where, message)


def _unit_end(text: str, start: int, way: NumberReading, unit: str) -> int | None:
    """Where the unit behind the number ends, or None; 余 or 多 may stand before it and after its 万 or 亿."""
    if narrow(unit) == "%" and text[:start].endswith("百分之"):
        return way.end
    more = "[余多]?"
    pattern = more + "".join(re.escape(one) + (more if one in "万亿" else "") for one in narrow(unit))
    match = re.compile(rf"\s?{pattern}").match(narrow(text), way.end)
    return match.end() if match else None


def _mismatch(marked: _MarkedFigure, ways: list[tuple[NumberReading, int | None]]) -> str:
    entry, figure = marked.figure.entry.value, marked.figure.id
    stated = f"{number_text(entry.value)}{entry.unit}"
    if any(stop for _, stop in ways):
        return f"the text says `{marked.written}`, the figure `{figure}` says {stated}; correct one"
    if any(float(way.value) == entry.value for way, _ in ways):
        return f"in `{marked.written}` the unit `{entry.unit}` of `{figure}` does not follow the number; correct one"
    return f"neither number nor unit of `{marked.written}` is what the figure `{figure}` says, {stated}; correct one"
