"""Pictures of a map: what is accepted, and what is named with its line."""

import pytest

from exhibit.package.picture import judge_picture
from tests.package.at_limits import png, svg

INKSCAPE = b"""<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<svg xmlns="http://www.w3.org/2000/svg" xmlns:sodipodi="urn:s" xmlns:rdf="urn:r" xmlns:cc="urn:c" width="20px" height="10">
<sodipodi:namedview id="n"/><metadata><rdf:RDF><cc:Work rdf:about=""/></rdf:RDF></metadata>
<defs><linearGradient id="g"><stop offset="0"/></linearGradient></defs>
<g><path d="M0 0H9" fill="url(#g)"/><title>\xe9\x97\xa8</title></g></svg>"""


JPEG = b"\xff\xd8\xff\xe0\0\x04ab\xff\xc0\0\x11\x08\0\x0a\0\x14" + bytes(20)
"""The beginning of a JPEG of 20 by 10 pixels."""


def messages(data: bytes) -> list[tuple[int, str]]:
    """What is wrong with a picture: the line, and the message up to its first blank after the name."""
    return [(fault.line, fault.message) for fault in judge_picture(data).faults]


@pytest.mark.parametrize(
    ("data", "size"), [(INKSCAPE, (20, 10)), (svg("<g/>"), (800, 1000)), (png(9), (9, 9)), (JPEG, (20, 10))]
)
def test_a_picture_is_accepted(data: bytes, size: tuple[float, float]) -> None:
    judged = judge_picture(data)
    assert (judged.size, judged.faults) == (size, ())


def test_a_byte_order_mark_is_accepted() -> None:
    assert messages(b"\xef\xbb\xbf" + svg("")) == []


def test_each_fault_is_named_with_its_line() -> None:
    found = messages(svg('\n<image href="a.png"/>\n<g onclick="x()"/>\n<u:use xmlns:u="urn:u" href="#a"/>'))
    assert [line for line, _ in found] == [2, 2, 3, 4]
    names = ("`<image>` is not used", "`href` refers to", "`onclick` is a script", "`<use>` is not used")
    assert all(message.startswith(name) for (_, message), name in zip(found, names, strict=True))


@pytest.mark.parametrize("box", ["0 0 0.5 9", "0 0 9 1000001", "0 0 999999999 999999999"])
def test_the_sides_of_an_svg_are_limited(box: str) -> None:
    ((line, message),) = messages(svg("").replace(b"0 0 800 1000", box.encode()))
    assert (line, message.split(";")[0]) == (1, "the sides of the SVG must be from 1 to 1,000,000")


def test_what_stops_the_reading_is_named_alone() -> None:
    assert messages(b"<!DOCTYPE svg>" + svg("<image/>")) == [(1, "a DOCTYPE is not used; delete it")]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (png(9)[:20], "the file is no PNG"),
        (JPEG[:12], "the file is no JPEG"),
        (JPEG.replace(b"\0\x14", b"\0\0"), "the picture has no pixels"),
        (JPEG.replace(b"\0\x14", b"\xff\xff"), "the picture is 65535 x 10 pixels"),
    ],
)
def test_a_raster_is_judged_by_its_size(data: bytes, message: str) -> None:
    ((line, found),) = messages(data)
    assert (line, found[: len(message)]) == (1, message)
