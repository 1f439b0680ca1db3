"""The largest values that a package may hold: the compiler, the verification and the reader refuse more.

Within them a package opens quickly and in little memory. Lengths of texts are in code points.
"""

from typing import Final

MAX_LINE: Final = 300
"""Characters of a title, a name, a label, an id or another text of one line."""
MAX_PROSE: Final = 2_000
"""Characters of an explanation, a note or an overview."""
MAX_PARAGRAPH: Final = 20_000
"""Characters of a paragraph of an article."""
MAX_ARTICLE_TEXT: Final = 1_000_000
"""Characters of one edition of an article."""
MAX_BLOCKS: Final = 20_000
"""Headings, paragraphs and notes of one edition of an article."""
MAX_MARKS: Final = 1_000
"""Figures and terms that are marked in one paragraph."""
MAX_EDITIONS: Final = 20
"""Editions of an article, and editions that an exhibit names."""
MAX_SECTIONS: Final = 2_000
"""Sections of one edition of an article."""

MAX_REGIONS: Final = 1_000
"""Regions of an exhibit, and locations on its map."""
MAX_ARTICLES: Final = 1_000_000
"""Articles of an exhibit."""
MAX_FIGURES: Final = 500
"""Figures that one article states, and figures that are computed for one article."""
MAX_COUNT: Final = 1_000_000_000
"""What an exhibit says it has of anything."""
MAX_TOPICS: Final = 100
"""Topics of an exhibit."""
MAX_SYSTEMS: Final = 200
"""Systems of an exhibit."""
MAX_PARTS: Final = 100
"""Parts of a system."""
MAX_COMPARISONS: Final = 500
"""Comparisons of an exhibit."""
MAX_TERMS: Final = 5_000
"""Entries of the glossary."""
MAX_EVENTS: Final = 5_000
"""Events of the timeline."""
MAX_REFERENCES: Final = 500
"""Ids that one thing lists of others: the figures of a comparison, the passages of a part."""
MAX_DECIMALS: Final = 10
"""Places behind the point that a computed figure is shown with."""
MAX_YEARS: Final = 10_000
"""Years that anything in an exhibit is of."""
MAX_YEAR: Final = 9_999
"""The last year of the calendar."""

MAX_MAP_SIDE: Final = 1_000.0
"""Width and height of a map in map units."""
MAX_MAP_SHAPES: Final = 1_000
"""Shapes of a map."""
MAX_RINGS: Final = 2_000
"""Lines and rings of a map, of its shapes and its regions' areas together."""
MAX_POINTS: Final = 20_000
"""Points of all lines and rings of a map together."""
MAX_PICTURE_SIZE: Final = 8 << 20
"""Bytes of a map's picture."""
MAX_PICTURE_SIDE: Final = 4_096
"""Width and height of a PNG in pixels."""
MAX_PICTURE_ELEMENTS: Final = 20_000
"""Elements of an SVG."""
MAX_PICTURE_DEPTH: Final = 32
"""Elements of an SVG inside each other."""

MAX_FONTS: Final = 4
"""Fonts that a package carries."""
MAX_FONT_SIZE: Final = 32 << 20
"""Bytes of all these fonts together."""

MAX_TEXT_NAMES: Final = 5_000
"""Names that only the texts hold and that the search completes."""
MAX_SYLLABLES: Final = 2_000
"""Syllables of pinyin that a package knows."""
MAX_HOMOPHONES: Final = 2_000
"""Characters that one syllable has, and the syllable itself."""
MAX_VARIANTS: Final = 100
"""Characters that stand for one and the same character in a search."""
MAX_FOLDED: Final = 60_000
"""Characters that a search takes for others."""
MAX_ROW_SIZE: Final = 2 << 20
"""Bytes of one value of a package, but for its fonts and its map's picture."""
