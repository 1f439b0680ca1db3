"""The result of compiling one article without the others."""

from typing import NamedTuple

from exhibit.compiler.problems import Problem, ProblemPlace
from exhibit.model.article import Article, Body
from exhibit.model.metric import Metric
from exhibit.model.text import Script


class CompiledArticle(NamedTuple):
    """An article compiled by itself; `article` is None if its head is wrong."""

    article: Article | None
    bodies: tuple[Body, ...]
    metrics: tuple[Metric, ...]
    places: tuple[ProblemPlace, ...]
    """Where each metric was written."""
    region: ProblemPlace
    declared: tuple[str, ...]
    """The ids of all its figures, also of those with mistakes."""
    disputed: tuple[str, ...]
    """The ids of the figures that metrics/*.yaml and the text state differently."""
    main: str
    """The edition in articles/ID.md."""
    script: Script
    """The script it was written in."""
    forms: tuple[str, ...]
    """The forms of glossary terms that its texts hold."""
    problems: tuple[Problem, ...]
