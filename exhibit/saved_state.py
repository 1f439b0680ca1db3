"""What a desktop reader finds again next time: place, script, size, appearance, window."""

import json
import logging
import math
import os
from contextlib import suppress
from pathlib import Path
from tempfile import mkstemp
from typing import Any, Final, NamedTuple, TypeVar

from exhibit.model.package import Package
from exhibit.model.state import APPEARANCES, ORDERS, SCALES, TABS, Anchor, Location, State
from exhibit.model.text import SCRIPTS
from exhibit.state_folder import make_private

T = TypeVar("T")

_LOG: Final = logging.getLogger("exhibit")
_KEPT_OF_PLACE: Final = ("article", "edition", "metric", "topic", "everywhere", "tab")
"""What is kept of the place; the query and the search in the text are the reader's own business."""
_LARGEST_FILE: Final = 4_000_000
"""Bytes: more than a state of 100,000 visited articles takes."""
_LARGEST_WINDOW: Final = 16_383
"""Pixels a side: the most that every platform of Qt can show."""


class SavedState(NamedTuple):
    """A state, and the window's width and height in pixels, None where they were never kept."""

    state: State = State()
    window: tuple[int, int] | None = None


def load_state(file: Path, package: Package) -> SavedState:
    """What was kept, as far as it still holds in this package. A file that makes no sense counts as none."""
    try:
        kept = _read(file)
        return SavedState(_state(kept, package), _size(kept.get("window")))
    except FileNotFoundError:
        return SavedState()
    except (OSError, ValueError, TypeError, LookupError, OverflowError, RecursionError) as error:
        _LOG.warning("%s: not used, it makes no sense (%s)", file, error)
        return SavedState()


def save_state(file: Path, saved: SavedState) -> None:
    """Writes a state, whole or not at all, readable by its user alone.

    Articles that another window of the same exhibit saved as visited meanwhile stay visited. A disk that takes
    nothing loses only this comfort, and the log says so.
    """
    try:
        make_private(file.parent)
        _write(file, json.dumps(_kept(saved, _visited_in(file)), ensure_ascii=False))
    except OSError as error:
        _LOG.warning("%s: the state was not kept (%s)", file, error)


def _kept(saved: SavedState, visited: frozenset[str]) -> dict[str, Any]:
    state, place = saved.state, saved.state.place
    anchor = place.anchor._asdict() if place.anchor else None
    return state._asdict() | {
        "place": {name: getattr(place, name) for name in _KEPT_OF_PLACE} | {"anchor": anchor},
        "visited": sorted(state.visited | visited),
        "window": saved.window,
    }


def _write(file: Path, text: str) -> None:
    handle, part = mkstemp(dir=file.parent, prefix=f"{file.stem}.", suffix=".part")  # readable by its user alone
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            stream.write(text)
        Path(part).replace(file)
    finally:
        Path(part).unlink(missing_ok=True)


def _read(file: Path) -> dict[str, Any]:
    """The file's JSON object. Raises OSError, ValueError."""
    if not file.exists():
        raise FileNotFoundError(file)
    if not file.is_file():
        raise ValueError("it is no ordinary file")
    with file.open("rb") as stream:
        content = stream.read(_LARGEST_FILE + 1)
    if len(content) > _LARGEST_FILE:
        raise ValueError("it is too large")
    kept = json.loads(content)
    if not isinstance(kept, dict):
        raise ValueError("it is no JSON object")
    return kept


def _visited_in(file: Path) -> frozenset[str]:
    with suppress(OSError, ValueError, TypeError, LookupError, RecursionError):
        return _texts(_read(file)["visited"])
    return frozenset()


def _texts(values: list[Any]) -> frozenset[str]:
    return frozenset(one for one in values if isinstance(one, str))


def _size(kept: list[Any] | None) -> tuple[int, int] | None:
    if kept is None:
        return None
    width, height = kept
    return _side(width), _side(height)


def _side(pixels: Any) -> int:
    if type(pixels) not in (int, float) or not math.isfinite(pixels):
        raise ValueError(f"{pixels!r:.40} is no side of a window")
    return max(1, min(int(pixels), _LARGEST_WINDOW))


def _state(kept: dict[str, Any], package: Package) -> State:
    usual = State()
    return State(
        place=_place(kept["place"], package),
        script=_one_of(SCRIPTS, kept["script"], usual.script),
        english=kept["english"] is True,
        appearance=_one_of(APPEARANCES, kept["appearance"], usual.appearance),
        scale=_one_of(SCALES, kept["scale"], usual.scale),
        order=_one_of(ORDERS, kept["order"], usual.order),
        visited=_texts(kept["visited"]),
    )


def _place(kept: dict[str, Any], package: Package) -> Location:
    article = package.article(str(kept["article"]))
    if article is None:
        return Location()
    edition = article.edition(str(kept["edition"]))
    metric = package.metric(str(kept["metric"]))
    anchor = kept["anchor"] if edition.id == kept["edition"] else None
    topics = {topic.id for topic in package.exhibit.topics}
    return Location(
        region=article.region,
        article=article.id,
        edition=edition.id,
        metric=metric.id if metric and metric.article == article.id else None,
        topic=kept["topic"] if kept["topic"] in topics else None,
        everywhere=kept["everywhere"] is True,
        tab=_one_of(TABS, kept.get("tab"), "metrics"),
        anchor=Anchor(str(anchor["block"]), max(0, int(anchor["offset"]))) if anchor else None,
    )


def _one_of(allowed: tuple[T, ...], value: Any, usual: T) -> T:
    return allowed[allowed.index(value)] if value in allowed else usual
