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
"""Figures that an article states, and figures that are computed for an article."""
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
MAX_SYSTEMS: Final = 200
"""Systems of an exhibit."""
MAX_PARTS: Final = 60
"""Parts of a system, or entries of one of its lists."""
MAX_COMPARISONS: Final = 300
"""Comparisons of an exhibit."""
MAX_COMPARED: Final = 100
"""Figures of a comparison."""
MAX_REFERENCES: Final = 100
"""Passages, figures, variants or related terms that an entry names."""
MAX_ENTRIES: Final = 10_000
"""Terms, events, computed figures or names of an exhibit, each."""

MAX_NUMBER: Final = 1e30
"""The largest size of a value in its base unit."""

MAX_FONTS: Final = 4
"""Font files of a package."""
MAX_FONT_BYTES: Final = 32 << 20
"""Bytes of all font files of a package together."""

MAX_MAP_POINTS: Final = 50_000
"""Points of all lines and rings of a map, the areas of its regions among them."""
MAX_MAP_RINGS: Final = 4_000
"""Lines and rings of a map, the areas of its regions among them."""
MAX_MAP_LOCATIONS: Final = 500
"""Regions that a map locates."""
MAX_MAP_CITIES: Final = 500
"""Cities of a map."""
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
MAX_SVG_ELEMENTS: Final = 10_000
"""Elements of an SVG."""
MAX_SVG_DEPTH: Final = 32
"""Levels of elements of an SVG."""
MAX_SVG_ATTRIBUTE: Final = 1 << 20
"""Characters of an attribute of an SVG, such as the course of a path."""

MAX_MARKS: Final = 1_000
"""Figures and terms that are marked in a paragraph."""
MAX_ARTICLES: Final = 100_000
"""Articles of an exhibit."""
MAX_COUNT: Final = 1_000_000_000
"""How many there are of anything that an exhibit counts."""
MAX_DECIMALS: Final = 10
"""Places behind the point that a computed figure is shown with."""
MAX_YEAR: Final = 9_999
"""The last year that anything is of."""
MAX_SYLLABLES: Final = 2_000
"""Syllables of pinyin that a package knows."""
MAX_HOMOPHONES: Final = 2_000
"""Characters of one sound."""
MAX_VARIANTS: Final = 100
"""Characters that a search takes for one and the same other character."""
MAX_FOLDED: Final = 60_000
"""Characters that a search takes for others."""
MAX_ROW_BYTES: Final = 2 << 20
"""Bytes of a value of a package, but for fonts and pictures."""
MAX_ANSWER_BYTES: Final = 16 << 20
"""Bytes of the values that are read at once: all entries of one kind, or an edition of an article."""
