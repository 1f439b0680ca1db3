"""Limits that the compiler and the reader of packages share: what is within them opens at once and stays quick."""

from typing import Final

MAX_ID: Final = 64
"""Characters of an id."""
MAX_PHRASE: Final = 40
"""Characters of a name or a phrase in a list of names, exceptions or readings."""
MAX_LINE: Final = 300
"""Characters of a text in one line: a title, a name, a label, a unit, a formula."""
MAX_PROSE: Final = 2_000
"""Characters of an explanation: a note, a definition, what the exhibit is about."""
MAX_PARAGRAPH: Final = 20_000
"""Characters of a paragraph of an article."""
MAX_ARTICLE: Final = 1_000_000
"""Characters of an edition of an article."""

MAX_FIGURES: Final = 200
"""Figures of an article."""
MAX_SECTIONS: Final = 500
"""Sections of an edition."""
MAX_BLOCKS: Final = 20_000
"""Headings, paragraphs and notes of an edition."""
MAX_MARK: Final = 100
"""Characters of a marked figure in a text."""
MAX_EDITIONS: Final = 10
"""Editions of an exhibit."""
MAX_TOPICS: Final = 100
"""Topics of an exhibit."""
MAX_REGIONS: Final = 1_000
"""Regions of an exhibit."""
MAX_PARTS: Final = 100
"""Parts of a system, or entries of one of its lists."""
MAX_COMPARED: Final = 100
"""Figures of a comparison."""
MAX_REFERENCES: Final = 100
"""Passages, figures, variants or related terms that an entry names."""
MAX_ENTRIES: Final = 10_000
"""Terms, events, comparisons, computed figures, systems or names of an exhibit, each."""

MAX_NUMBER: Final = 1e30
"""The largest size of a value in its base unit."""

MAX_FONTS: Final = 4
"""Font files of a package."""
MAX_FONT_BYTES: Final = 32 << 20
"""Bytes of a font file."""

MAX_MAP_POINTS: Final = 50_000
"""Points of all lines and rings of a map, the areas of its regions among them."""
MAX_MAP_RINGS: Final = 4_000
"""Lines and rings of a map, the areas of its regions among them."""
MAX_MAP_SIDE: Final = 1_000.0
"""Map units of a map's longer side."""
MIN_MAP_SIDE: Final = 1.0
"""Map units of a map's shorter side."""
MAX_PICTURE_BYTES: Final = 16 << 20
"""Bytes of a picture of a map."""
MAX_PICTURE_SIDE: Final = 4_096
"""Pixels of a side of a PNG."""
MAX_SVG_BYTES: Final = 4 << 20
"""Bytes of an SVG."""
MAX_SVG_ELEMENTS: Final = 20_000
"""Elements of an SVG."""
MAX_SVG_DEPTH: Final = 32
"""Levels of elements of an SVG."""
