"""What the find bar shows: the text that is highlighted, and which of its places is in view; no Qt."""

from typing import NamedTuple

from exhibit.model.finding import FoundPlaces, places_in
from exhibit.model.package import Package
from exhibit.model.state import InterfaceLanguage, State
from exhibit.strings import say


class FindShown(NamedTuple):
    """All that is on the find bar."""

    text: str
    position: str
    """Like "3 / 12", the number of places alone, or that there is none."""
    accessible_position: str
    has_places: bool
    language: InterfaceLanguage
    edition: tuple[str, str]
    """Ids of the article and the edition in view."""
    places: FoundPlaces | None
    """The places of `text` in that edition; None for an empty text."""


def is_find_open(state: State) -> bool:
    """Whether the find bar is shown: a text is highlighted, or is to be typed."""
    place = state.place
    return place.find is not None and place.page == "text" and bool(place.article and place.edition)


def find_shown(package: Package, state: State, before: FindShown | None = None) -> FindShown | None:
    """What is on the find bar; None while it is closed. Places that `before` has of the same text are kept."""
    place = state.place
    if place.find is None or not place.article or not place.edition or not is_find_open(state):
        return None
    edition = (place.article, place.edition)
    places = None
    if before and (before.text, before.edition) == (place.find, edition):
        places = before.places
    elif place.find:
        places = places_in(package, place.article, place.edition, place.find)
    total = len(places.found) if places else 0
    number = (places.number(place.find_at) if places else None) or 0
    counted = f"{number + 1} / {total}" if places and place.find_at else str(total)
    position = counted if total else say("find-none", state.language) if place.find else ""
    return FindShown(
        text=place.find,
        position=position,
        accessible_position=say("find-spoken", state.language, number=number + 1, count=total) if total else position,
        has_places=total > 0,
        language=state.language,
        edition=edition,
        places=places,
    )
