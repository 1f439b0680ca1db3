"""Judges a font of a package by its table of contents: what is no font, the window refuses to load."""

import struct
from collections.abc import Iterator
from typing import Final

_KINDS: Final = (b"\0\1\0\0", b"OTTO", b"true")
"""The first four bytes of an OpenType or TrueType font."""
_NEEDED: Final = frozenset({b"cmap", b"head", b"hhea", b"hmtx", b"maxp"})
"""Tables without which a font shows nothing."""
_HEADER_SIZE: Final = 12
_ENTRY: Final = struct.Struct(">4sIII")
"""An entry of the table of contents: name, checksum, offset and length of a table."""


def font_faults(data: bytes) -> Iterator[str]:
    """Why a font cannot be used."""
    count = int.from_bytes(data[4:6], "big")
    contents = data[_HEADER_SIZE : _HEADER_SIZE + count * _ENTRY.size]
    if data[:4] not in _KINDS or len(contents) != count * _ENTRY.size:
        yield "a font is no OpenType font"
        return
    tables = list(_ENTRY.iter_unpack(contents))
    if any(offset + length > len(data) for _, _, offset, length in tables):
        yield "a font is cut short"
    if not {name for name, *_ in tables} >= _NEEDED:
        yield "a font lacks a table"
