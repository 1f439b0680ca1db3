"""Searching: the query, its hits, suggestions, and completions of what is typed."""

from typing import Final, Literal, NamedTuple

from exhibit.model.text import Script, Text

HitKind = Literal["region", "title", "heading", "term", "part", "metric", "comparison", "event", "text"]
KINDS: Final[tuple[HitKind, ...]] = (
    "region", "title", "heading", "term", "part", "metric", "comparison", "event", "text",
)  # fmt: skip
"""In the order in which groups are shown."""
MatchKind = Literal["script", "other", "variant", "sound"]
"""How a text matches: as typed in the script in view, as typed in the other one, by a variant, by its pinyin."""
SuggestionReason = Literal["shorter", "kinds", "filters", "sound"]
"""How a suggestion differs from the query: shorter, all kinds, no filters, or characters that sound alike."""
YearRange = tuple[int, int]
"""The first and the last year, both included."""


class SearchQuery(NamedTuple):
    """What to search for. A filter that is None excludes nothing."""

    text: str
    script: Script = "hans"
    kinds: tuple[HitKind, ...] = KINDS
    region: str | None = None
    topic: str | None = None
    period: YearRange | None = None
    """The year of an article's citation, of a figure's period, of an event."""

    @property
    def filtered(self) -> bool:
        """Whether it is filtered by region, topic or period."""
        return not (self.region is None and self.topic is None and self.period is None)


class TextSpan(NamedTuple):
    """A stretch of a text, in code points."""

    start: int
    end: int


class SearchHit(NamedTuple):
    """One thing that was found, and every place in its text that matches the query.

    `id` is that of a region, an article (for a title), a block (for a heading or a text), a figure, a comparison, a
    term or an event; SYSTEM/PART for a part, SYSTEM for a system's title or lead. `article`, `edition` and `block` are
    where the hit leads to, or None. A figure leads to the block of its sentence, and `span` is its number there.
    """

    kind: HitKind
    id: str
    article: str | None
    edition: str | None
    block: str | None
    span: TextSpan
    """The first place, in the block; for a title or a name, in that text."""
    places: tuple[TextSpan, ...]
    """All places in the text that was searched."""
    sentence: Text
    """The sentence around the first place."""
    marked: TextSpan
    """The first place within `sentence`."""
    match_kind: MatchKind


GroupCursor = tuple[int, ...]
"""Where a group continues. Only `Package.hits` understands it."""


class HitGroup(NamedTuple):
    """Hits of one kind: as typed first, then by other characters, then by sound."""

    kind: HitKind
    hits: tuple[SearchHit, ...]
    next: GroupCursor | None = None
    """Where to continue; None if these are all hits."""


class Suggestion(NamedTuple):
    """A query that finds something, near one that finds nothing."""

    reason: SuggestionReason
    query: SearchQuery


class NameCompletion(NamedTuple):
    """A name that completes what was typed. One of the kind `text` is no thing of the exhibit, but a text to find."""

    text: Text
    kind: HitKind
    id: str
    """As in SearchHit, but ARTICLE/EDITION/BLOCK for a heading, and "" for the kind `text`."""
    match_kind: MatchKind
    matched: TextSpan
    """The span of the name that was typed."""
