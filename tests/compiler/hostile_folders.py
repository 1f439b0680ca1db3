"""Content folders made to break the compiler: a good folder with something in it that no editor would write."""

import json
import os
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from tests.compiler.folders import lay

Spoiler = Callable[[Path], object]
"""Changes a good content folder."""

ESC: Final = "\x1b[2J"
DIGITS: Final = "9" * 400


def hostile_folders() -> dict[str, Spoiler]:
    """All of them by name."""
    return (
        _special_files() | _odd_contents() | _odd_trees() | _yaml() | _articles() | _figures() | _maps() | _pictures()
    )


def make_hostile(spoil: Spoiler, folder: Path) -> Path:
    """A copy of the good folder, spoilt."""
    lay("svg-is-fine", folder)
    spoil(folder)
    return folder


# Files that are none


def _special_files() -> dict[str, Spoiler]:
    kinds: dict[str, Callable[[Path], object]] = {
        "pipe": os.mkfifo,
        "socket": _socket,
        "folder": Path.mkdir,
        "link to itself": lambda path: path.symlink_to(path),
        "link to a device": lambda path: path.symlink_to("/dev/zero"),
        "link to outside": lambda path: path.symlink_to("/etc/passwd"),
        "link to nothing": lambda path: path.symlink_to("nothing"),
    }
    names = ("exhibit.yaml", "articles/wall.md", "metrics/wall.yaml", "map/base.svg", "systems/new.yaml")
    return {
        f"{kind} as {name}": lambda folder, name=name, make=make: make(_room(folder, name))  # type: ignore[misc]
        for name in names
        for kind, make in kinds.items()
    }


def _room(folder: Path, name: str) -> Path:
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    path.unlink(missing_ok=True)
    return path


def _socket(path: Path) -> None:
    """Bound by a relative name: that of a socket may not be long."""
    here = Path.cwd()
    os.chdir(path.parent)
    try:
        with socket.socket(socket.AF_UNIX) as one:
            one.bind(path.name)
    finally:
        os.chdir(here)


def _odd_contents() -> dict[str, Spoiler]:
    contents = {
        "empty": b"", "NUL": b"\0" * 1000, "UTF-16": "id: 街".encode("utf-16"), "GB 18030": "id: 街".encode("gb18030"),
        "half a character": "id: 街".encode()[:-1], "only a mark": b"\xef\xbb\xbf", "CR": b"id: a\rtitle: b\r",
        "surrogate": b"id: \xed\xa0\x80",
    }  # fmt: skip
    names = ("exhibit.yaml", "articles/wall.md", "map.yaml")
    found: dict[str, Spoiler] = {
        f"{kind} in {name}": lambda folder, name=name, data=data: (folder / name).write_bytes(data)  # type: ignore[misc]
        for name in names
        for kind, data in contents.items()
    }
    for name in ("exhibit.yaml", "articles/wall.md", "map/base.svg"):
        found[f"50 GB of nothing in {name}"] = lambda folder, name=name: os.truncate(folder / name, 50 << 30)  # type: ignore[misc]
    return found


def _odd_trees() -> dict[str, Spoiler]:
    def many_strangers(folder: Path) -> None:
        (folder / "scans").mkdir()
        for number in range(10_000):
            (folder / "scans" / f"{number}.jpg").touch()

    def many_wrong_names(folder: Path) -> None:
        for number in range(2_000):
            (folder / "articles" / f"{number}.md").touch()

    def deep(folder: Path) -> None:
        (folder / "/".join(["d"] * 200)).mkdir(parents=True)
        (folder / "/".join(["d"] * 200) / "x").touch()

    def replaced_by_a_loop(folder: Path) -> None:
        (folder / "articles").rename(folder / "texts")
        (folder / "articles").symlink_to(folder / "articles")

    return {
        "10,000 strangers": many_strangers,
        "2,000 wrong names": many_wrong_names,
        "200 levels": deep,
        "a link to the root": lambda folder: (folder / "more").symlink_to("/"),
        "a link to the folder itself": lambda folder: (folder / "more").symlink_to(folder),
        "articles linked to outside": lambda folder: _linked(folder, "articles"),
        "articles that lead to themselves": replaced_by_a_loop,
        "a name with an escape": lambda folder: (folder / f"{ESC}.txt").touch(),
        "a name with a line feed": lambda folder: (folder / "a\nb.txt").touch(),
        "a name that is no text": lambda folder: Path(os.fsdecode(os.fsencode(folder) + b"/\xff\xfe.txt")).touch(),
        "an article with an escape in its name": lambda folder: (folder / "articles" / f"{ESC}.md").touch(),
        "a long id": lambda folder: (folder / "articles" / f"{'a' * 200}.md").write_text("x"),
        "no articles": lambda folder: [one.unlink() for one in (folder / "articles").iterdir()],
    }


def _linked(folder: Path, name: str) -> None:
    outside = folder.with_name("outside")
    (folder / name).rename(outside)
    (folder / name).symlink_to(outside)


# Texts


def _yaml() -> dict[str, Spoiler]:
    contents = {
        "brackets": "[" * 100_000,
        "braces": "{a: " * 50_000,
        "laughs": "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n",
        "tags": "!!python/object/apply:os.system [id]: x\n",
        "merge": "a: &a {b: c}\nd: {<<: *a}\n",
        "100,000 keys": "".join(f"k{number}: x\n" for number in range(100_000)),
        "one key 10,000 times": "a: x\n" * 10_000,
        "a key of a megabyte": f"{'k' * 1_000_000}: x\n",
        "a value of a megabyte": f"title: {'字' * 300_000}\n",
        "escapes": 'title: "\\u202e\\x1b[2J\\0\\uffff"\n',
        "lone surrogate": 'title: "\\ud800"\n',
        "two documents": "a: 1\n---\nb: 2\n",
        "only comments": "# nothing\n",
        "a list": "- a\n- b\n",
        "a number": "5\n",
    }
    found: dict[str, Spoiler] = {
        f"YAML of {kind}": lambda folder, text=text: (folder / "regions.yaml").write_text(text, "utf-8")  # type: ignore[misc]
        for kind, text in contents.items()
    }
    values = {
        "topics": {f"t{number}": "题" for number in range(1_000)},
        "editions": {f"e{number}": {"label": "版", "note": "版"} for number in range(1_000)},
        "units": {"元": {"base": "元", "factor": DIGITS}},
        "names": ["名"] * 20_000,
        "fonts": ["/etc/passwd", "../x.ttf", "map/base.svg", "\0.ttf", "a" * 300, "b.ttf"],
        "title": "字" * 5_000,
        "id": "../../x",
    }
    for key, value in values.items():
        found[f"exhibit.yaml with odd {key}"] = lambda folder, key=key, value=value: _set(  # type: ignore[misc]
            folder / "exhibit.yaml", key, value
        )
    return found


def _set(file: Path, key: str, value: Any) -> None:
    """Puts a value under a key of a YAML file, in the place of what is there; JSON is YAML."""
    lines = file.read_text("utf-8").splitlines()
    start = next((number for number, line in enumerate(lines) if line.startswith(f"{key}:")), len(lines))
    end = next((number for number in range(start + 1, len(lines)) if not lines[number].startswith(" ")), len(lines))
    lines[start:end] = [f"{key}: {json.dumps(value)}"]
    file.write_text("\n".join(lines) + "\n", "utf-8")


def _articles() -> dict[str, Spoiler]:
    bodies = {
        "brackets": "[" * 50_000,
        "closed brackets": "[](" * 20_000,
        "stars": "*a_" * 20_000,
        "back-ticks": "`" * 10_000 + "a",
        "quotations": "> " * 5_000 + "x",
        "500,000 characters": "字" * 500_000,
        "a million lines": "\n" * 1_000_000,
        "100,000 paragraphs": "一\n\n" * 100_000,
        "5,000 sections": "".join(f"## 一 {{#s{number} topic=industry}}\n\n一\n\n" for number in range(5_000)),
        "numbers": f"[{DIGITS}](#shops)",
        "Chinese numbers": f"[{'亿' * 5_000}](#shops)",
        "marks": "[1](#shops)" * 5_000,
        "HTML": "<script>alert(1)</script><img src=x onerror=y>",
        "escapes": f"一{ESC}二\u202e三\ufffc",
        "entities": "&lt;&#0;&#x110000;",
        "left-overs": "一[^1]。\n\n[^1]: 二\n\n:smile: m^2^ $x^2$ ==重== _重点_ {茶|chá} [[三]]\n\n===\n\n::: 注",
        "half a head": "---\n---\n---",
        "odd attributes": "## 一 {#" + "a" * 300 + " topic=" + "b" * 10_000 + "}",
    }

    def write(folder: Path, body: str) -> None:
        file = folder / "articles" / "wall.md"
        head = "---".join(file.read_text("utf-8").split("---")[:2]) + "---\n\n"
        file.write_text(f"{head}## 一 {{#wall topic=industry}}\n\n{body}\n", "utf-8")

    return {
        f"an article of {kind}": lambda folder, body=body: write(folder, body)  # type: ignore[misc]
        for kind, body in bodies.items()
    }


def _figures() -> dict[str, Spoiler]:
    def many(folder: Path) -> None:
        entry = "{label: 数, value: 1, unit: 家, period: null, topic: industry}"
        figures = "".join(f"g{number}: {entry}\n" for number in range(300))
        (folder / "metrics" / "hill.yaml").write_text(figures, "utf-8")
        text = "".join(f"有[1家](#g{number})。" for number in range(300))
        file = folder / "articles" / "hill.md"
        head = "---".join(file.read_text("utf-8").split("---")[:2]) + "---\n\n"
        file.write_text(f"{head}## 一 {{#up topic=industry}}\n\n{text}\n", "utf-8")

    def growing(folder: Path) -> None:
        formula = " * ".join(["wall.rent"] * 25)
        entry = f"{{article: wall, label: 积, formula: {formula}, unit: 万元, topic: industry, decimals: 0}}"
        (folder / "computed.yaml").write_text(f"product: {entry}\n", "utf-8")

    values = ("1e999", "NaN", "inf", "-0", DIGITS, "0x10", "１", "1_000", "")
    found: dict[str, Spoiler] = {
        f"a figure of {value[:10]!r}": lambda folder, value=value: _replace(  # type: ignore[misc]
            folder / "metrics" / "wall.yaml", "value: 130", f"value: {value}"
        )
        for value in values
    }
    return found | {"300 figures in an article": many, "a computed figure without end": growing}


def _replace(file: Path, old: str, new: str) -> None:
    file.write_text(file.read_text("utf-8").replace(old, new), "utf-8")


# Maps


def _maps() -> dict[str, Spoiler]:
    square = [[115, 27], [116, 27], [116, 28], [115, 28], [115, 27]]
    geometries: dict[str, tuple[str, Any]] = {
        "a point": ("Point", [115, 27]),
        "a flat line": ("LineString", [[115, 28], [116, 28]]),
        "an upright line": ("LineString", [[115, 28], [115, 29]]),
        "a ring of one point": ("Polygon", [[[115, 28]] * 5]),
        "a tiny ring": ("Polygon", [[[115 + x * 1e-13, 28 + y * 1e-13] for x, y in ((0, 0), (1, 0), (1, 1), (0, 0))]]),
        "the poles": ("LineString", [[0, 90], [180, 90]]),
        "200,000 points": ("LineString", [[115 + n % 2, 27 + n * 1e-6] for n in range(200_000)]),
        "10,000 rings": ("MultiPolygon", [[square]] * 10_000),
        "nothing": ("Polygon", []),
        "nothing in nothing": ("MultiPolygon", [[[]]]),
        "metres": ("LineString", [[500_000, 3_000_000], [500_001, 3_000_001]]),
        "texts": ("LineString", [["a", "b"], ["c", "d"]]),
        "truths": ("LineString", [[True, False], [False, True]]),
    }
    found: dict[str, Spoiler] = {
        f"a map of {kind}": lambda folder, kind=kind, geometry=geometry: _geojson(  # type: ignore[misc]
            folder, _feature(geometry[0], geometry[1])
        )
        for kind, geometry in geometries.items()
    }
    names = {
        "an escape": ESC,
        "a long text": "字" * 5_000,
        "a bidi sign": "省\u202e",
        "a surrogate": "\ud800",
        "a number": 10**300,
    }
    for kind, name in names.items():
        found[f"a map with {kind} as a name"] = lambda folder, name=name: _geojson(  # type: ignore[misc]
            folder, _feature("Polygon", [square], name=name)
        )
    text = json.dumps(_feature("Polygon", [square]))
    raw = {
        "a number of 400 digits": text.replace("115", DIGITS, 1),
        "a number of 10,000 digits": text.replace("115", "9" * 10_000, 1),
        "1e999": text.replace("115", "1e999", 1),
        "NaN": text.replace("115", "NaN", 1),
        "100,000 brackets": "[" * 100_000,
        "no features": '{"type": "FeatureCollection", "features": []}',
        "null": "null",
        "a half": text[: len(text) // 2],
    }
    for kind, content in raw.items():
        found[f"a map with {kind}"] = lambda folder, content=content: _base(folder, "b.geojson", content)  # type: ignore[misc]
    for base in ("/etc/passwd", "../x.svg", "map", "map/none.svg", "map/\0.svg", "a" * 1_000):
        found[f"a map whose base is {base[:20]!r}"] = lambda folder, base=base: _set(folder / "map.yaml", "base", base)  # type: ignore[misc]
    return found


def _feature(kind: str, coordinates: Any, **properties: Any) -> dict[str, Any]:
    feature = {
        "type": "Feature",
        "properties": {"layer": "outline", "name": "省"} | properties,
        "geometry": {"type": kind, "coordinates": coordinates},
    }
    return {"type": "FeatureCollection", "features": [feature]}


def _geojson(folder: Path, data: Any) -> None:
    _base(folder, "b.geojson", json.dumps(data))


def _base(folder: Path, name: str, content: str) -> None:
    (folder / "map" / name).write_text(content, "utf-8")
    _set(folder / "map.yaml", "base", f"map/{name}")


def _pictures() -> dict[str, Spoiler]:
    start, shape = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">', '<path d="M0 0L9 9"/>'
    svgs = {
        "entities": '<!DOCTYPE svg [<!ENTITY a "aaaa">]>' + start + "&a;</svg>",
        "use of another namespace": start.replace(">", ' xmlns:u="urn:u">') + '<g id="a"/><u:use href="#a"/></svg>',
        "use without a namespace": '<svg viewBox="0 0 10 10"><g id="a"/><use href="#a"/></svg>',
        "use in the notes": start.replace(">", ' xmlns:u="urn:u">') + '<metadata><u:use href="#a"/></metadata></svg>',
        "a picture in it": start + '<image href="file:///etc/passwd"/></svg>',
        "a script": start + "<script>1</script></svg>",
        "an outside style": start + '<style>@import "http://x/y"</style></svg>',
        "100,000 shapes": start + shape * 100_000 + "</svg>",
        "1,000 levels": start + "<g>" * 1_000 + "</g>" * 1_000 + "</svg>",
        "5 MB of path": start + f'<path d="{"M0 0L9 9" * 700_000}"/></svg>',
        "sides of 400 digits": start.replace("10 10", f"{DIGITS} {DIGITS}") + shape + "</svg>",
        "sides of nothing": start.replace("10 10", "0 0") + shape + "</svg>",
        "one side": start.replace("10 10", "10 0") + shape + "</svg>",
        "a flat side": start.replace("10 10", "100000 2") + shape + "</svg>",
        "dots": start.replace("10 10", ". ...") + shape + "</svg>",
        "another root": "<html/>",
        "no XML": "hello",
        "a half": start + "<g>",
    }
    found: dict[str, Spoiler] = {
        f"an SVG of {kind}": lambda folder, text=text: _base(folder, "b.svg", text)  # type: ignore[misc]
        for kind, text in svgs.items()
    }
    for kind, width, height in (("no width", 0, 9), ("a billion", 10**9, 10**9), ("a line", 4_000, 1)):
        found[f"a PNG of {kind}"] = lambda folder, width=width, height=height: _png(folder, width, height)  # type: ignore[misc]
    return found


def _png(folder: Path, width: int, height: int) -> None:
    header = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + width.to_bytes(4, "big") + height.to_bytes(4, "big") + bytes(20)
    (folder / "map" / "b.png").write_bytes(header)
    _set(folder / "map.yaml", "base", "map/b.png")
