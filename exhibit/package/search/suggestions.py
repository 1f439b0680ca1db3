"""Suggests queries near one that finds nothing: with fewer filters, shorter, or with characters that sound alike."""

from collections.abc import Callable, Iterator
from itertools import islice
from typing import Final

from exhibit.model.search import KINDS, SearchQuery, Suggestion
from exhibit.package.search.index_lookup import IndexLookup
from exhibit.package.search.pinyin import may_be_pinyin

_MAX_BY_SOUND: Final = 3
"""Suggestions of characters that sound alike, and words of a query that are tried one by one."""
_MAX_ROWS: Final = 40
"""Rows of names that are looked at for them."""
_MAX_LENGTH: Final = 40
"""Characters of a suggestion."""
_MIN_LENGTH: Final = 2
"""Characters of a word that is compared by its sound."""

IsFound = Callable[[SearchQuery], bool]
"""Whether a query finds anything."""


def suggestions(lookup: IndexLookup, query: SearchQuery, is_found: IsFound) -> tuple[Suggestion, ...]:
    """Queries near one that finds nothing; each finds something."""
    prepared = lookup.prepare(query)
    if prepared is None:
        return ()
    text = prepared.forms.text
    found = list(_wider(query))
    found += [Suggestion("sound", query._replace(text=name)) for name in _by_sound(lookup, text, query)]
    found += [Suggestion("shorter", query._replace(text=part)) for part in _shorter(query, text, is_found)]
    return tuple(one for one in dict.fromkeys(found) if is_found(one.query))


def _wider(query: SearchQuery) -> Iterator[Suggestion]:
    unfiltered = query._replace(region=None, topic=None, period=None)
    if query.filtered:
        yield Suggestion("filters", unfiltered)
    if set(query.kinds) != set(KINDS):
        yield Suggestion("kinds", query._replace(kinds=KINDS))
        if query.filtered:
            yield Suggestion("filters", unfiltered._replace(kinds=KINDS))


def _by_sound(lookup: IndexLookup, text: str, query: SearchQuery) -> list[str]:
    """Stretches of names that sound like the text and are written with other characters."""
    flat = lookup.folding.flat(text)
    readings = lookup.pinyin.readings_of(flat) if len(flat) >= _MIN_LENGTH else []
    if not readings:
        return []
    found: dict[str, None] = {}
    for number in islice(lookup.matches("names", lookup.pinyin_expression(readings)).all(), _MAX_ROWS):
        row = lookup.row("names", number, False)
        for passage in map(row.passage, range(row.count)) if row else ():
            if passage.is_name:
                name = passage.text
                for place in lookup.pinyin.find(lookup.folding.flat(name.hans), readings):
                    found.setdefault(name.cut(place.start, place.end).in_(query.script))
        if len(found) >= _MAX_BY_SOUND:
            break
    return list(found)[:_MAX_BY_SOUND]


def _shorter(query: SearchQuery, text: str, is_found: IsFound) -> Iterator[str]:
    """A text without its spaces and each of its words; of a single word the part that is found."""
    words = text.split()
    if len(words) > 1:
        yield from (one for one in ("".join(words), *words[:_MAX_BY_SOUND]) if len(one) <= _MAX_LENGTH)
        return
    part = _beginning(query, text, is_found)
    if not may_be_pinyin(text) or len(part) < _MIN_LENGTH:
        part = max(part, _end(query, text, is_found), key=len).strip()
    if part and not (len(part) < _MIN_LENGTH and part.isascii()):
        yield part


def _beginning(query: SearchQuery, text: str, is_found: IsFound) -> str:
    """The longest beginning of a text that finds something."""
    longest = min(len(text) - 1, _MAX_LENGTH)
    return text[: _largest(longest, lambda length: is_found(query._replace(text=text[:length])))]


def _end(query: SearchQuery, text: str, is_found: IsFound) -> str:
    """The longest end of a text that finds something."""
    longest = min(len(text) - 1, _MAX_LENGTH)
    return text[len(text) - _largest(longest, lambda length: is_found(query._replace(text=text[-length:]))) :]


def _largest(limit: int, holds: Callable[[int], bool]) -> int:
    """The largest number up to the limit for which something holds that holds for every smaller number, too."""
    low, high = 0, limit
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if holds(middle) else (low, middle - 1)
    return low
