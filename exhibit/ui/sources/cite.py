"""The reference of an article, in the form of GB/T 7714-2015 and in a plain form; no Qt.

Rules of GB/T 7714-2015 that `gb7714_reference` follows, by clause:

- 4.4.2, 8.8.5: an article of a newspaper is `title[N]. newspaper, date(page).` A package does not hold the page, so
  it is left out.
- 8.2.2, annex B, 4.4.2: the same article on the web is [N/OL]. A web page that names no newspaper is an electronic
  resource (4.6.2), [EB/OL], with its date in round brackets; by 8.4.1.3 and 8.4.2.3 it needs no place or publisher.
- 8.1.3: if the authors are unknown, a numbered reference begins with the title. A package holds the byline, which
  often names a role and no person, so authors are always left out.
- 8.4.3.2: a newspaper's date is YYYY-MM-DD.
- 8.4.3.3: a year that was inferred and not printed is in square brackets.
- 7.2: words added by the person who cites are in square brackets: [报名不详], after [出版者不详] in 8.4.2.3.
- 8.4.4.2, 8.6: a package does not hold the address of a web page and the day of access; the person who cites adds
  them.
"""

import re
from typing import Final

from exhibit.model.article import Citation
from exhibit.model.text import Script
from exhibit.strings import say

_DATE: Final = re.compile(r"(\d{4})\s*[年./-]\s*(\d{1,2})(?:\s*[月./-]\s*(\d{1,2}))?")
"""Year, month and day of a printed date."""
_NESTED: Final = str.maketrans("《》", "〈〉")
"""Title marks inside a title."""


def gb7714_reference(citation: Citation, script: Script) -> str:
    """The reference for a numbered list, without its number."""
    title, date = citation.title.in_(script), _date(citation)
    if citation.kind == "web" and citation.newspaper is None:
        return f"{title}[EB/OL]. {date if date.startswith('[') else f'({date})'}."
    unknown = f"[{say('cite-no-newspaper', script)}]"
    newspaper = citation.newspaper.in_(script) if citation.newspaper else unknown
    return f"{title}[{'N' if citation.kind == 'print' else 'N/OL'}]. {newspaper}, {date}."


def plain_reference(citation: Citation, location: str, script: Script) -> str:
    """《title》，newspaper，date，byline（location）. What was not printed is replaced by words that say so."""
    newspaper = citation.newspaper.in_(script) if citation.newspaper else say("newspaper-not-printed", script)
    parts = [f"《{citation.title.in_(script).translate(_NESTED)}》", newspaper]
    if citation.date:
        parts.append(citation.date.in_(script))
    else:
        parts += [say("date-not-printed", script), say("year-inferred", script, year=citation.year)]
    if citation.byline:
        parts.append(citation.byline.in_(script))
    return f"{'，'.join(parts)}（{location}）"


def _date(citation: Citation) -> str:
    """The printed date, even if it has no day; without a printed year and month the year in brackets."""
    found = _DATE.search(citation.date.hans) if citation.date else None
    if found is None:
        return f"[{citation.year}]"
    year, *rest = (int(part) for part in found.groups() if part)
    return "-".join([f"{year:04}", *(f"{part:02}" for part in rest)])
