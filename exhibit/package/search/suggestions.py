"""What lies nearest to a query that found nothing: without its filters, shorter, or other characters of its sound."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, Final

from exhibit.model.search import KINDS, SearchQuery, Suggestion
from exhibit.package.search.pinyin import may_be_pinyin

if TYPE_CHECKING:
    from exhibit.package.search.searcher import PackageSearcher

_MOST: Final = 3
"""Offers by sound."""
_ROWS: Final = 40
"""Names that are looked at for them."""
_LONGEST: Final = 40
"""Characters of an offer."""
_FEWEST: Final = 2
"""Characters of a word that may have been written with others of its sound."""


def suggestions(searcher: "PackageSearcher", query: SearchQuery) -> tuple[Suggestion, ...]:
    """Queries near one that found nothing; each finds something."""
    asked = searcher.asked(query)
    if asked is None:
        return ()
    found = list(_wider(query))
    found += [Suggestion("sound", replace(query, text=text)) for text in _by_sound(searcher, asked.wanted.text, query)]
    found += [Suggestion("shorter", replace(query, text=text)) for text in _shorter(searcher, query, asked.wanted.text)]
    return tuple(one for one in dict.fromkeys(found) if searcher.finds(one.query))


def _wider(query: SearchQuery) -> Iterator[Suggestion]:
    free = replace(query, region=None, theme=None, period=None)
    if query.filtered:
        yield Suggestion("filters", free)
    if set(query.kinds) != set(KINDS):
        yield Suggestion("kinds", replace(query, kinds=KINDS))
        if query.filtered:
            yield Suggestion("filters", replace(free, kinds=KINDS))


def _by_sound(searcher: "PackageSearcher", text: str, query: SearchQuery) -> list[str]:
    """What names have in place of a text that is written with other characters."""
    flat = searcher.folding.flat(text)
    cuts = searcher.sounds.cuts_of(flat) if len(flat) >= _FEWEST else []
    if not cuts:
        return []
    found: dict[str, None] = {}
    for row in islice(searcher.matches("names", searcher.heard(cuts)).all(), _ROWS):
        read = searcher.row("names", row, False)
        for passage in map(read.passage, range(read.count)) if read else ():
            if passage.name:
                name = passage.text
                for place in searcher.sounds.find(searcher.folding.flat(name.hans), cuts):
                    found.setdefault(name.cut(place.start, place.end).in_(query.script))
        if len(found) >= _MOST:
            break
    return list(found)[:_MOST]


def _shorter(searcher: "PackageSearcher", query: SearchQuery, text: str) -> Iterator[str]:
    """A text without its spaces, its words; else what of it stands anywhere, or sounds like something."""
    words = text.split()
    if len(words) > 1:
        yield from (one for one in ("".join(words), *words[:_MOST]) if len(one) <= _LONGEST)
        return
    head = _beginning(searcher, query, text)
    found = head if may_be_pinyin(text) and len(head) >= _FEWEST else _longer(head, _end(searcher, query, text))
    if found and not (len(found) < _FEWEST and found.isascii()):
        yield found


def _beginning(searcher: "PackageSearcher", query: SearchQuery, text: str) -> str:
    """The longest beginning of a text that finds something."""
    most = min(len(text) - 1, _LONGEST)
    return text[: _longest(most, lambda length: searcher.finds(replace(query, text=text[:length])))]


def _end(searcher: "PackageSearcher", query: SearchQuery, text: str) -> str:
    """The longest end of a text that finds something."""
    most = min(len(text) - 1, _LONGEST)
    return text[len(text) - _longest(most, lambda length: searcher.finds(replace(query, text=text[-length:]))) :]


def _longer(head: str, tail: str) -> str:
    return (head if len(head) >= len(tail) else tail).strip()


def _longest(most: int, holds: Callable[[int], bool]) -> int:
    """The largest length up to `most` for which it holds; it holds for every shorter one, too."""
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if holds(middle) else (low, middle - 1)
    return low
