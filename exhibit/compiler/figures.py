"""Ties every figure to its sentence: marked once in each edition, with its value and its unit, or a problem."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from exhibit.compiler.declared import Located
from exhibit.compiler.markup import WrittenBlock, WrittenMark
from exhibit.compiler.numbers import Reading, narrow, numbers_in, readings
from exhibit.compiler.pairs import sentence_around
from exhibit.compiler.problems import Problems, Where
from exhibit.compiler.qualifiers import qualifier_problems
from exhibit.compiler.schema import MetricEntry
from exhibit.model.metric import Evidence, number_text
from exhibit.model.text import Text


@dataclass(frozen=True, slots=True)
class Figure:
    """A declared figure of an article; `unit` in both scripts."""

    id: str
    entry: Located[MetricEntry]
    unit: Text


@dataclass(frozen=True, slots=True)
class Telling:
    """An edition's blocks in both scripts, beside what was written."""

    edition: str
    file: str
    blocks: tuple[tuple[WrittenBlock, Text], ...]


def find_evidence(
    article: str, telling: Telling, figures: Mapping[str, Figure | None], problems: Problems
) -> dict[str, Evidence]:
    """Each figure's sentence in this edition, in reading order; a figure of None was misdeclared and is left alone."""
    found: dict[str, tuple[Evidence, int]] = {}
    for block, text in telling.blocks:
        for mark in block.marks:
            where = Where(telling.file, mark.line)
            id = short_id(article, mark.target)
            if id not in figures:
                problems.error(where, f"there is no figure `{mark.target}` in metrics/{article}.yaml; add it or correct the mark")
            elif id in found:
                problems.error(where, f"the figure `{id}` is marked twice (first on line {found[id][1]}); mark it once")
            else:
                evidence = _evidence(telling.edition, block, text, mark)
                found[id] = (evidence, mark.line)
                if figure := figures[id]:
                    _check(figure, text, mark, evidence, where, problems)
    _report_unmarked(telling, (figure for figure in figures.values() if figure and figure.id not in found), problems)
    return {id: evidence for id, (evidence, _) in found.items()}


def short_id(article: str, target: str) -> str:
    """A figure's id within its article; `ARTICLE.ID` may be written for it."""
    return target.removeprefix(f"{article}.")


def _evidence(edition: str, block: WrittenBlock, text: Text, mark: WrittenMark) -> Evidence:
    start, end = sentence_around(text.hans, mark.start, mark.end)
    return Evidence(edition, block.id, block.section, start, end, mark.start, mark.end, text.cut(start, end))


def _report_unmarked(telling: Telling, figures: Iterable[Figure], problems: Problems) -> None:
    for figure in figures:
        where = figure.entry.where()
        problems.error(where, f"the figure `{figure.id}` is marked nowhere in {telling.file}; mark its number as [...](#{figure.id})")


def _check(figure: Figure, text: Text, mark: WrittenMark, evidence: Evidence, where: Where, problems: Problems) -> None:
    marked = text.hans[mark.start : mark.end]
    spans = numbers_in(marked)
    if len(spans) != 1:
        count = len(spans) or "no"
        problems.error(where, f"the mark `{marked}` of `{figure.id}` holds {count} numbers; mark exactly one")
        return
    start, end = (mark.start + place for place in spans[0])
    ways = [(way, _unit_end(text.hans, start, way, figure.unit.hans)) for way in readings(text.hans, start, end)]
    right = [(way, stop) for way, stop in ways if stop is not None and float(way.value) == figure.entry.value.value]
    if not right or right[0][1] is None:
        problems.error(where, _mismatch(figure, marked, ways))
    elif right[0][1] > mark.end:
        problems.error(where, f"the mark of `{figure.id}` ends before its unit `{figure.unit.hans}`; take the unit into it")
    else:
        stop = right[0][1]
        before, behind = text.hans[evidence.start : start], text.hans[stop:]
        for message in qualifier_problems(before, text.hans[start:stop], behind, figure.entry.value.qualifier, figure.id):
            problems.warning(where, message)


def _unit_end(text: str, start: int, way: Reading, unit: str) -> int | None:
    """Where the unit behind the number ends, 余 or 多 allowed before it and after its 万 or 亿; None if it is not there."""
    if narrow(unit) == "%" and text[:start].endswith("百分之"):
        return way.end
    more = "[余多]?"
    pattern = more + "".join(re.escape(one) + (more if one in "万亿" else "") for one in narrow(unit))
    match = re.compile(rf"\s?{pattern}").match(narrow(text), way.end)
    return match.end() if match else None


def _mismatch(figure: Figure, marked: str, ways: list[tuple[Reading, int | None]]) -> str:
    stated = f"{number_text(figure.entry.value.value)}{figure.unit.hans}"
    if any(stop is not None for _, stop in ways):
        return f"the text says `{marked}`, the figure `{figure.id}` says {stated}; correct one"
    if any(float(way.value) == figure.entry.value.value for way, _ in ways):
        return f"the unit `{figure.unit.hans}` does not stand right behind the number in `{marked}`; correct the unit of `{figure.id}`"
    return f"neither number nor unit of `{marked}` is what the figure `{figure.id}` says, {stated}; correct one"
