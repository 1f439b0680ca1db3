"""Lists the doubtful conversions of a content folder, the most telling kind first."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from exhibit.compiler.article.article_cache import ArticleCache, read_contents
from exhibit.compiler.article.compile_article import compile_article
from exhibit.compiler.compile import (
    compile_articles,
    compile_exhibit,
    compile_exhibit_map,
    compile_regions,
    read_context,
)
from exhibit.compiler.context import BuildContext
from exhibit.compiler.descriptions.compile_descriptions import compile_descriptions
from exhibit.compiler.problems import Problem
from exhibit.compiler.scripts.ambiguity import KINDS, AmbiguityFinder, AmbiguousCharacter
from exhibit.compiler.scripts.texts import ConvertedString


class ConversionReview(NamedTuple):
    """The doubtful characters of a folder by section, and the problems of the folder, which may hide more of them."""

    sections: dict[str, list[AmbiguousCharacter]]
    problems: tuple[Problem, ...]


def review(folder: Path) -> ConversionReview:
    """Lists the doubts by kind; those of single characters by character, so that one look can decide many."""
    context = read_context(folder)
    scripts = context.shared.scripts
    finder = AmbiguityFinder(context.rules.converter, scripts.value.reviewed if scripts else {})
    found = [doubt for strings in _converted_strings(context) for doubt in finder.doubts(strings)]
    sections = {
        f"{kind}: {purpose}": [one for one in found if one.kind == kind]
        for kind, purpose in KINDS.items()
        if kind != "alone"
    }
    alone = [one for one in found if one.kind == "alone"]
    for pair in sorted({_pair(one) for one in alone}):
        sections[f"alone: {pair}"] = [one for one in alone if _pair(one) == pair]
    return ConversionReview({title: doubts for title, doubts in sections.items() if doubts}, context.problems.sorted())


def _converted_strings(context: BuildContext) -> Iterator[list[ConvertedString]]:
    """Every string of the folder: those of the shared files first, then article by article."""
    compile_articles(context, ArticleCache(context.files.folder, context.rules, None))
    compile_regions(context)
    compile_exhibit_map(context)
    compile_exhibit(context, compile_descriptions(context))
    yield context.texts.strings
    for files in context.files.articles.values():
        contents = read_contents(context.files.folder, files)
        yield compile_article(files, contents, context.rules)[1]


def _pair(doubt: AmbiguousCharacter) -> str:
    text = doubt.text.cut(doubt.start, doubt.end)
    return f"{text.hans} {text.hant}"
