"""Judges a map's pictures before they are packed and before they are drawn: an SVG by its elements, others by size."""

import re
import struct
from typing import Final, Literal, NamedTuple
from xml.parsers import expat

from exhibit.model.limits import (
    MAX_PICTURE_BYTES,
    MAX_PICTURE_SIDE,
    MAX_SVG_ATTRIBUTE,
    MAX_SVG_BYTES,
    MAX_SVG_DEPTH,
    MAX_SVG_ELEMENTS,
)

_MAX_SVG_SIDE: Final = 1_000_000
"""The longest side of an SVG in its own units."""
_PNG: Final = b"\x89PNG\r\n\x1a\n"
_JPEG: Final = b"\xff\xd8\xff"
_SIZE_MARKERS: Final = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""The JPEG segments that say how large the picture is (ITU-T T.81, table B.1)."""
_SHAPES: Final = frozenset({"path", "rect", "circle", "ellipse", "line", "polyline", "polygon"})
_STRUCTURE: Final = frozenset({"svg", "g", "title", "desc", "metadata", "defs", "style", "clipPath"})
_GRADIENTS: Final = frozenset({"linearGradient", "radialGradient", "stop"})
_EDITOR_DATA: Final = frozenset({
    "namedview", "grid", "guide", "page", "perspective", "path-effect", "RDF", "Work", "Bag", "li", "Agent", "format",
    "type", "date", "creator", "publisher", "rights", "license", "License", "permits", "requires", "prohibits",
    "subject", "language", "source", "relation", "coverage", "identifier", "contributor", "description",
})  # fmt: skip
"""What drawing programs write for themselves and Qt does not draw."""
_ALLOWED: Final = _SHAPES | _STRUCTURE | _GRADIENTS | _EDITOR_DATA
"""Elements by their local names."""
_OUTSIDE: Final = re.compile(r"@import|url\(\s*['\"]?(?!#)|javascript:|expression\(", re.IGNORECASE)
_LENGTH: Final = re.compile(r"\s*(\d{1,9}(?:\.\d{0,9})?)\s*(?:px)?\s*")


class PictureFault(NamedTuple):
    """Something that a picture may not hold."""

    line: int
    message: str
    """What it is, and the way out."""


PictureFormat = Literal["SVG", "PNG", "JPEG"]


class JudgedPicture(NamedTuple):
    """What was found of a picture."""

    format: PictureFormat
    """As its first bytes say; SVG for everything else."""
    size: tuple[float, float] | None
    """Width and height, in pixels or in the SVG's own units; None if they are not known."""
    faults: tuple[PictureFault, ...]


def judge_picture(data: bytes) -> JudgedPicture:
    """Everything that is wrong with a picture."""
    format: PictureFormat = "PNG" if data.startswith(_PNG[:4]) else "JPEG" if data.startswith(_JPEG) else "SVG"
    limit = MAX_SVG_BYTES if format == "SVG" else MAX_PICTURE_BYTES
    if len(data) > limit:
        fault = PictureFault(1, f"the picture is larger than {limit >> 20} MiB; simplify it")
        return JudgedPicture(format, None, (fault,))
    if format == "SVG":
        return _SvgJudge().judge(data)
    size = _png_size(data) if format == "PNG" else _jpeg_size(data)
    message = _size_fault(format, size)
    if message or size is None:
        return JudgedPicture(format, None, (PictureFault(1, message),))
    return JudgedPicture(format, (float(size[0]), float(size[1])), ())


def _size_fault(format: PictureFormat, size: tuple[int, int] | None) -> str:
    """What is wrong with the size of a picture of pixels; "" if nothing is."""
    if size is None:
        return f"the file is no {format}; export it again"
    if not min(size):
        return "the picture has no pixels; export it again"
    if max(size) > MAX_PICTURE_SIDE:
        return f"the picture is {size[0]} x {size[1]} pixels, more than {MAX_PICTURE_SIDE} a side; scale it down"
    return ""


def _png_size(data: bytes) -> tuple[int, int] | None:
    """Width and height in pixels."""
    if len(data) < 33 or not data.startswith(_PNG) or data[12:16] != b"IHDR":
        return None
    width, height = struct.unpack(">II", data[16:24])
    return width, height


def _jpeg_size(data: bytes) -> tuple[int, int] | None:
    """Width and height in pixels, from the segments."""
    at = 2
    while at + 9 <= len(data) and data[at] == 0xFF:
        if data[at + 1] in _SIZE_MARKERS:
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return width, height
        at += 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    return None


class _SvgJudge:
    """Reads an SVG once. Elements and attributes are judged by their local names, as Qt does: it ignores namespaces."""

    def __init__(self) -> None:
        self._faults: list[PictureFault] = []
        self._open: list[str] = []
        self._count = 0
        self._size: tuple[float, float] | None = None
        self._parser = expat.ParserCreate("UTF-8", " ")
        self._parser.buffer_text = True
        self._parser.XmlDeclHandler = self._declaration
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = lambda name: self._open.pop()
        self._parser.CharacterDataHandler = self._text
        self._parser.StartDoctypeDeclHandler = lambda *_: self._stop("a DOCTYPE is not used; delete it")
        self._parser.ProcessingInstructionHandler = lambda *_: self._add("a `<?...?>` line is not used; delete it")

    def judge(self, data: bytes) -> JudgedPicture:
        try:
            self._parser.Parse(data.decode("utf-8-sig"), True)
        except UnicodeDecodeError:
            self._faults.append(PictureFault(1, "the SVG is not in UTF-8; save it in UTF-8"))
        except _StopError:
            pass
        except expat.ExpatError as error:
            message = f"this is not SVG: {expat.ErrorString(error.code)}; export it again"
            self._faults.append(PictureFault(error.lineno, message))
        else:
            if self._size is None:
                message = "the SVG has no viewBox and no width and height; add a viewBox"
                self._faults.append(PictureFault(1, message))
            elif not all(1 <= side <= _MAX_SVG_SIDE for side in self._size):
                message = f"the sides of the SVG must be from 1 to {_MAX_SVG_SIDE:,}; correct its viewBox"
                self._faults.append(PictureFault(1, message))
        return JudgedPicture("SVG", self._size, tuple(self._faults))

    def _declaration(self, version: str, encoding: str | None, standalone: int) -> None:
        del version, standalone
        if encoding and encoding.upper() != "UTF-8":  # Qt would read other characters than were judged
            self._stop(f"the SVG is in {encoding[:40]}; save it in UTF-8")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._count += 1
        self._open.append(_local_name(name))
        if self._count > MAX_SVG_ELEMENTS or len(self._open) > MAX_SVG_DEPTH:
            elements = f"more than {MAX_SVG_ELEMENTS:,} elements or {MAX_SVG_DEPTH} levels"
            self._stop(f"{elements}; simplify the drawing")
        if len(self._open) == 1:
            self._root(attributes)
        if self._open[-1] not in _ALLOWED:
            self._add(f"`<{self._open[-1]:.40}>` is not used in a map; turn it into paths or delete it")
        for key, value in attributes.items():
            self._attribute(_local_name(key), value)

    def _root(self, attributes: dict[str, str]) -> None:
        if self._open != ["svg"]:
            self._stop("the file is no SVG; export it again")
        self._size = _svg_size(attributes)

    def _attribute(self, key: str, value: str) -> None:
        if len(value) > MAX_SVG_ATTRIBUTE:
            self._add(f"`{key:.40}` is longer than {MAX_SVG_ATTRIBUTE:,} characters; simplify the drawing")
        elif key.startswith("on"):
            self._add(f"`{key:.40}` is a script; delete it")
        elif (key in ("href", "src") and not value.startswith("#")) or _OUTSIDE.search(value):
            self._add(f"`{key:.40}` refers to something outside the file; delete it")

    def _text(self, text: str) -> None:
        if self._open[-1] == "style" and _OUTSIDE.search(text):
            self._add("the style refers to something outside the file; delete that")

    def _add(self, message: str) -> None:
        self._faults.append(PictureFault(self._parser.CurrentLineNumber, message))

    def _stop(self, message: str) -> None:
        self._add(message)
        raise _StopError


class _StopError(Exception):
    """The rest of the picture is not looked at."""


def _local_name(name: str) -> str:
    return name.rpartition(" ")[2]


def _svg_size(attributes: dict[str, str]) -> tuple[float, float] | None:
    box = attributes.get("viewBox", "").replace(",", " ").split()
    lengths = box[2:] if len(box) == 4 else [attributes.get("width", ""), attributes.get("height", "")]
    matches = [_LENGTH.fullmatch(length) for length in lengths]
    width, height = (float(match.group(1)) if match else 0.0 for match in matches)
    return (width, height) if width > 0 and height > 0 else None
