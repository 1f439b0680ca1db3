"""What a desktop reader finds again next time: place, script, size, appearance, window."""

import json
import os
import re
import sys
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Final, TypeVar

from exhibit.model.package import Package
from exhibit.model.state import APPEARANCES, ORDERS, SCALES, TABS, Anchor, Location, State
from exhibit.model.text import SCRIPTS

T = TypeVar("T")

_LARGEST_WINDOW: Final = 16_383
"""Pixels a side: what every platform of Qt can show."""


@dataclass(frozen=True, slots=True)
class SavedState:
    """A state and the window's size in pixels, None where it was never kept."""

    state: State
    window: tuple[int, int] | None = None


def state_file(exhibit_id: str) -> Path:
    """Where the memory of an exhibit is kept, under the user's own settings."""
    if sys.platform == "win32":
        home = Path(os.environ.get("APPDATA", Path.home()))
    else:
        home = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")
    name = re.sub(r"[^a-z0-9-]", "-", exhibit_id)[:64]  # whatever a package calls itself, it stays in this folder
    return home / "exhibit" / f"{name}.json"


def load_state(file: Path, package: Package) -> SavedState:
    """What was kept, as far as it still holds in this package; a file that makes no sense counts as none."""
    try:
        kept = json.loads(file.read_text(encoding="utf-8"))
        return SavedState(_state(kept, package), _window(kept["window"]))
    except FileNotFoundError:
        return SavedState(State())
    except (OSError, ValueError, TypeError, LookupError, OverflowError, RecursionError) as error:
        print(f"{file}: not used, it makes no sense ({error})", file=sys.stderr)
        return SavedState(State())


def save_state(file: Path, memory: SavedState) -> None:
    """Writes the memory, whole or not at all; a disk that takes nothing loses only this comfort."""
    state = memory.state
    place = replace(state.place, query=None, find=None, find_at=None)  # what was looked for is nobody's business
    kept = asdict(replace(state, place=place, visited=frozenset()))
    kept |= {"visited": sorted(state.visited), "window": memory.window}
    part = file.with_suffix(".part")
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        try:
            part.write_text(json.dumps(kept, ensure_ascii=False), encoding="utf-8")
            part.replace(file)
        finally:
            part.unlink(missing_ok=True)


def _window(kept: list[int] | None) -> tuple[int, int] | None:
    if kept is None:
        return None
    width, height = (max(1, min(int(side), _LARGEST_WINDOW)) for side in kept)
    return width, height


def _state(kept: dict[str, Any], package: Package) -> State:
    usual = State()
    return State(
        place=_place(kept["place"], package),
        script=_one_of(SCRIPTS, kept["script"], usual.script),
        english=kept["english"] is True,
        appearance=_one_of(APPEARANCES, kept["appearance"], usual.appearance),
        scale=_one_of(SCALES, kept["scale"], usual.scale),
        order=_one_of(ORDERS, kept["order"], usual.order),
        visited=frozenset(one for one in kept["visited"] if isinstance(one, str)),
    )


def _place(kept: dict[str, Any], package: Package) -> Location:
    article = package.article(str(kept["article"]))
    if article is None:
        return Location()
    edition = article.edition(kept["edition"])
    metric = package.metric(str(kept["metric"]))
    anchor = kept["anchor"] if edition.id == kept["edition"] else None
    themes = {theme.id for theme in package.exhibit.themes}
    return Location(
        region=article.region,
        article=article.id,
        edition=edition.id,
        metric=metric.id if metric and metric.article == article.id else None,
        theme=kept["theme"] if kept["theme"] in themes else None,
        everywhere=kept["everywhere"] is True,
        tab=_one_of(TABS, kept.get("tab", "metrics"), "metrics"),
        anchor=Anchor(str(anchor["block"]), max(0, int(anchor["offset"]))) if anchor else None,
    )


def _one_of(allowed: tuple[T, ...], value: T, usual: T) -> T:
    return allowed[allowed.index(value)] if value in allowed else usual
