"""Checks a map base that is a picture: a PNG by its header, an SVG element by element."""

import re
import struct
from typing import Final
from xml.parsers import expat

from exhibit.compiler.problems import ProblemList, ProblemPlace
from exhibit.model.limits import MAX_PICTURE_SIDE, MAX_SVG_DEPTH, MAX_SVG_ELEMENTS

_SHAPES: Final = {"path", "rect", "circle", "ellipse", "line", "polyline", "polygon"}
_PAINT: Final = {"defs", "linearGradient", "radialGradient", "stop", "clipPath", "style"}
_NOTES: Final = {"namedview", "page", "grid", "guide", "RDF", "Work", "format", "type", "License", "Agent"}
"""Elements that drawing programs add for themselves; Qt does not draw them."""
_ELEMENTS: Final = _SHAPES | _PAINT | _NOTES | {"svg", "g", "title", "desc", "metadata"}
_OUTSIDE: Final = re.compile(r"@import|url\(\s*['\"]?(?!#)|javascript:|expression\(", re.IGNORECASE)
_MAX_SIDE: Final = 1_000_000
"""The longest side of an SVG in its own units."""
_SIZE: Final = re.compile(r"\s*([\d.]+)\s*(?:px)?\s*")

PictureSize = tuple[float, float]


def png_size(data: bytes, where: ProblemPlace, problems: ProblemList) -> PictureSize | None:
    """Width and height of a PNG in pixels, or None."""
    if len(data) < 33 or not data.startswith(b"\x89PNG\r\n\x1a\n") or data[12:16] != b"IHDR":
        problems.error(where, "the file is no PNG; export it again as PNG, or use SVG or GeoJSON")
        return None
    width, height = struct.unpack(">II", data[16:24])
    if not width or not height:
        problems.error(where, "the picture has no pixels; export it again")
        return None
    if max(width, height) > MAX_PICTURE_SIDE:
        problems.error(
            where, f"the picture is {width} x {height} pixels, more than {MAX_PICTURE_SIDE} a side; scale it down"
        )
        return None
    return (float(width), float(height))


def svg_size(data: bytes, file: str, problems: ProblemList) -> PictureSize | None:
    """Width and height of an SVG in its own units, or None; reports everything that it may not hold."""
    return _SvgReader(file, problems).read(data)


class _SvgReader:
    def __init__(self, file: str, problems: ProblemList) -> None:
        self._file, self._problems = file, problems
        self._open: list[str] = []
        self._count = 0
        self._size: PictureSize | None = None
        self._parser = expat.ParserCreate("UTF-8", " ")
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = lambda name: self._open.pop()
        self._parser.CharacterDataHandler = self._text
        self._parser.StartDoctypeDeclHandler = lambda *_: self._stop("a DOCTYPE is not used; delete it")
        self._parser.ProcessingInstructionHandler = lambda *_: self._error("a `<?...?>` line is not used; delete it")

    def read(self, data: bytes) -> PictureSize | None:
        """Width and height, or None."""
        try:
            self._parser.Parse(data, True)
        except _StopError:
            return None
        except expat.ExpatError as error:
            self._problems.error(
                ProblemPlace(self._file, error.lineno),
                f"this is not SVG: {expat.ErrorString(error.code)}; export it again",
            )
            return None
        if self._size is None:
            message = "the SVG has no viewBox and no width and height; add a viewBox"
            self._problems.error(ProblemPlace(self._file, 1), message)
        elif not all(1 <= side <= _MAX_SIDE for side in self._size):
            message = f"the sides of the SVG must be from 1 to {_MAX_SIDE:,}; correct its viewBox"
            self._problems.error(ProblemPlace(self._file, 1), message)
            return None
        return self._size

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._count += 1
        self._open.append(name)
        if self._count > MAX_SVG_ELEMENTS or len(self._open) > MAX_SVG_DEPTH:
            self._stop(f"more than {MAX_SVG_ELEMENTS:,} elements or {MAX_SVG_DEPTH} levels; simplify the drawing")
        element = name.rpartition(" ")[2]  # Qt goes by the local name, whatever the namespace
        if element not in _ELEMENTS:
            self._error(f"`<{element[:40]}>` is not used in a map; turn it into paths or delete it")
        for key, value in attributes.items():
            self._attribute(key.rpartition(" ")[2], value)
        if element == "svg" and len(self._open) == 1:
            self._size = _svg_box(attributes)
        elif len(self._open) == 1:
            self._stop("the file is no SVG; export it again")

    def _attribute(self, key: str, value: str) -> None:
        if key.startswith("on"):
            self._error(f"`{key}` is a script; delete it")
        elif (key in ("href", "src") and not value.startswith("#")) or _OUTSIDE.search(value):
            self._error(f"`{key}` refers to something outside the file; delete it")

    def _text(self, text: str) -> None:
        if self._open[-1].endswith("style") and _OUTSIDE.search(text):
            self._error("the style refers to something outside the file; delete that")

    def _stop(self, message: str) -> None:
        self._error(message)
        raise _StopError

    def _error(self, message: str) -> None:
        self._problems.error(ProblemPlace(self._file, self._parser.CurrentLineNumber), message)


class _StopError(Exception):
    """Ends the reading of a picture."""


def _svg_box(attributes: dict[str, str]) -> PictureSize | None:
    box = attributes.get("viewBox", "").replace(",", " ").split()
    sizes = box[2:] if len(box) == 4 else [attributes.get("width", ""), attributes.get("height", "")]
    matches = [_SIZE.fullmatch(size) for size in sizes]
    try:
        width, height = (float(match.group(1)) if match else 0.0 for match in matches)
    except ValueError:
        return None
    if not width and not height:
        return None
    return (width, height)
