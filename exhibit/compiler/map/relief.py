"""Compiles the relief of map.yaml: checks its pictures and lays them on the map."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final, NamedTuple

from exhibit.compiler.content.files import read_bytes
from exhibit.compiler.content.schema import MapFile
from exhibit.compiler.content.validation import LocatedValue
from exhibit.compiler.map.geometry import MapProjection
from exhibit.compiler.map.picture import PictureSize, picture_size
from exhibit.compiler.problems import ProblemList, ProblemPlace
from exhibit.model.region import MapRelief

LARGEST_FILE: Final = 2 << 20
"""Bytes of a picture of relief."""
LARGEST_PICTURE: Final = 6_000_000
"""Pixels of a picture of relief: 24 MB in memory."""
_JPEG_END: Final = b"\xff\xd9"
_ENDS: Final = {".jpg": _JPEG_END, ".jpeg": _JPEG_END, ".png": b"IEND\xaeB`\x82"}
"""The last bytes of a picture, by the ending of its name."""


class CompiledRelief(NamedTuple):
    """The relief, and its pictures in the package."""

    relief: MapRelief
    blobs: Mapping[str, bytes]


def compile_relief(
    folder: Path, declared: LocatedValue[MapFile], frame: MapProjection, on_picture: bool, problems: ProblemList
) -> CompiledRelief | None:
    """The relief, or None where there is none or it has a mistake."""
    entry, where = declared.value.relief, declared.where("relief")
    if entry is None:
        return None
    if on_picture:
        problems.error(where, "a base that is a picture is shown as it is; delete `relief`")
        return None
    if declared.value.approval.covers == "base":
        problems.error(where, "the bare map was approved, and relief would change it; delete `relief`")
        return None
    names = {"light": entry.light} | ({"dark": entry.dark} if entry.dark else {})
    blobs = {key: _read_picture(folder, name, declared.where("relief", key), problems) for key, name in names.items()}
    box = _box(entry.bounds, frame, declared.where("relief", "bounds"), problems)
    if box is None or any(data is None for data in blobs.values()):
        return None
    kept = {f"relief-{key}{Path(names[key]).suffix.lower()}": data for key, data in blobs.items() if data}
    light, dark = [*kept, None][:2]
    assert light
    return CompiledRelief(MapRelief(light, dark, *box), kept)


def _box(
    bounds: tuple[float, float, float, float], frame: MapProjection, where: ProblemPlace, problems: ProblemList
) -> tuple[float, float, float, float] | None:
    """Left, top, width and height in map units."""
    west, south, east, north = bounds
    if not (-180 <= west <= 180 and -180 <= east <= 180 and -90 <= south < north <= 90):
        problems.error(where, f"{list(bounds)} are no bounds; write west, south, east, north in degrees")
        return None
    left, top = frame.point((west, north))
    right, bottom = frame.point((east, south))
    if not (left <= 0 and top <= 0 and right >= frame.width and bottom >= frame.height):
        problems.error(where, "the pictures do not cover the map; correct the bounds, or make larger pictures")
        return None
    return left, top, round(right - left, 3), round(bottom - top, 3)


def _read_picture(folder: Path, name: str, where: ProblemPlace, problems: ProblemList) -> bytes | None:
    """A picture's file, if it may be shown."""
    data = read_bytes(folder, name, where, problems)
    if data is None:
        return None
    if len(data) > LARGEST_FILE:
        problems.error(where, f"{name} is larger than {LARGEST_FILE >> 20} MiB; save it smaller")
        return None
    size = _picture_size(data, name, where, problems)
    if size and size[0] * size[1] > LARGEST_PICTURE:
        problems.error(
            where, f"the picture has {size[0] * size[1]:,.0f} pixels, more than {LARGEST_PICTURE:,}; scale it down"
        )
        return None
    return data if size else None


def _picture_size(data: bytes, name: str, where: ProblemPlace, problems: ProblemList) -> PictureSize | None:
    ending = Path(name).suffix.lower()
    if ending not in _ENDS:
        problems.error(where, f"`{name}` is neither .jpg nor .png; use one of them")
        return None
    if not data.rstrip(b"\0").endswith(_ENDS[ending]):
        problems.error(where, f"the end of {name} is missing; export it again")
        return None
    return picture_size(data, "PNG" if ending == ".png" else "JPEG", where, problems)
