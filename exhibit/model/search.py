"""Finding things: what is asked, what was found and where, what completes a word being typed."""

from typing import Final, Literal, NamedTuple

from exhibit.model.text import Script, Text

HitKind = Literal["region", "title", "heading", "term", "part", "metric", "comparison", "event", "text"]
KINDS: Final[tuple[HitKind, ...]] = (
    "region", "title", "heading", "term", "part", "metric", "comparison", "event", "text",
)  # fmt: skip
"""In the order in which groups are shown."""
MatchKind = Literal["script", "other", "variant", "sound"]
"""How a hit was met: as typed in the script in view, as typed in the other one, by a variant, by its pinyin."""
SuggestionReason = Literal["shorter", "kinds", "filters", "sound"]
"""How an offer differs from the query: fewer characters, every kind, no filters, other characters that sound alike."""
YearRange = tuple[int, int]
"""The first and the last year, both included."""


class SearchQuery(NamedTuple):
    """What is looked for; None for a filter is everything."""

    text: str
    script: Script = "hans"
    kinds: tuple[HitKind, ...] = KINDS
    region: str | None = None
    topic: str | None = None
    period: YearRange | None = None
    """The year of an article's citation, of a figure's period, of an event."""

    @property
    def filtered(self) -> bool:
        """Whether region, topic or period leave anything out."""
        return not (self.region is None and self.topic is None and self.period is None)


class TextSpan(NamedTuple):
    """A stretch of a text, in code points."""

    start: int
    end: int


class SearchHit(NamedTuple):
    """One thing that was found, and every place in its text that the query met.

    `id` names it: a region, an article (title), a block (heading, text), a figure's full id, a comparison, a term,
    an event;
    SYSTEM/PART for a part, SYSTEM for a system's title or lead. `article`, `edition` and `block` are where to go;
    None where there is no such place. A figure's `block` and `span` are its sentence's block and its number there.
    """

    kind: HitKind
    id: str
    article: str | None
    edition: str | None
    block: str | None
    span: TextSpan
    """The first place in the block, to be scrolled to; of a title or a name, in that."""
    places: tuple[TextSpan, ...]
    """All places in the text that was searched: for headings and texts, the block's."""
    sentence: Text
    """The sentence around the first place, or the whole of a short text."""
    marked: TextSpan
    """The first place within `sentence`."""
    match_kind: MatchKind


GroupCursor = tuple[int, ...]
"""Where a group goes on; for `Package.hits` only."""


class HitGroup(NamedTuple):
    """Hits of one kind, those of the script as typed first, then by importance."""

    kind: HitKind
    hits: tuple[SearchHit, ...]
    next: GroupCursor | None = None
    """Where to go on; None where `hits` are all there are."""


class Suggestion(NamedTuple):
    """A query near one that found nothing, which finds something."""

    reason: SuggestionReason
    query: SearchQuery


class NameCompletion(NamedTuple):
    """A name that goes on as what was typed does. `text` kind: a name of the exhibit's own, to be searched for."""

    text: Text
    kind: HitKind
    id: str
    """As in Hit; a heading's is ARTICLE/EDITION/BLOCK. "" for the kind `text`."""
    match_kind: MatchKind
    matched: TextSpan
    """What of the name was typed."""
