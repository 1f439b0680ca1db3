"""What the bar over the text shows: what is lit, and which of its places is in view; no Qt."""

from dataclasses import dataclass

from exhibit.model.finding import FoundPlaces, places_in
from exhibit.model.package import Package
from exhibit.model.state import InterfaceLanguage, State
from exhibit.strings import say


@dataclass(frozen=True, slots=True)
class FindShown:
    """All that is on the bar; `places` are those of `text` in the edition in view."""

    text: str
    count: str
    """3 / 12, or that there is none."""
    spoken: str
    several: bool
    language: InterfaceLanguage
    edition: tuple[str | None, str | None]
    places: FoundPlaces | None


def find_shown(package: Package, state: State, before: FindShown | None = None) -> FindShown | None:
    """What is on the bar, or None where nothing is asked for; what `before` has of the same text is kept."""
    place = state.place
    if place.find is None or place.page != "text" or not place.article or not place.edition:
        return None
    edition = (place.article, place.edition)
    places = None
    if before and (before.text, before.edition) == (place.find, edition):
        places = before.places
    elif place.find:
        places = places_in(package, place.article, place.edition, place.find)
    total = len(places.found) if places else 0
    number = (places.number(place.find_at) if places else None) or 0
    at = f"{number + 1} / {total}" if places and place.find_at else str(total)
    count = at if total else say("find-none", state.language) if place.find else ""
    spoken = say("find-spoken", state.language, number=number + 1, count=total) if total else count
    return FindShown(place.find, count, spoken, total > 0, state.language, edition, places)
