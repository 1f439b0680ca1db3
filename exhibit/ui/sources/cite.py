"""An article's reference as GB/T 7714-2015 has it, and in plain form; no Qt.

The rules of GB/T 7714-2015 that `gb7714` follows, by clause:

- 4.4.2, 8.8.5: an article of a newspaper is `title[N]. newspaper, date(page).`; no package holds the page, so it is
  left out.
- 8.2.2, annex B, 4.4.2: read on the web it is [N/OL]. A web page that names no newspaper is an electronic resource
  (4.6.2), [EB/OL], with its date in round brackets; 8.4.1.3 and 8.4.2.3 let it go without place and publisher.
- 8.1.3: where the responsible are unknown, numbered references leave them out and begin with the title. A package
  holds what a byline says, often a role and no name, so they are always left out.
- 8.4.3.2: a newspaper's date is YYYY-MM-DD.
- 8.4.3.3: a year that was not printed but inferred stands in square brackets.
- 7.2: what the one who cites has put himself stands in square brackets, after 8.4.2.3 [出版者不详]: [报名不详].
- 8.4.4.2, 8.6: address and day of access of a web page are not in a package; whoever cites adds them.
"""

import re
from typing import Final

from exhibit.model.article import Citation
from exhibit.model.text import Script
from exhibit.strings import say

_DATE: Final = re.compile(r"(\d{4})\s*[年./-]\s*(\d{1,2})(?:\s*[月./-]\s*(\d{1,2}))?")
_NESTED: Final = str.maketrans("《》", "〈〉")


def gb7714(citation: Citation, script: Script) -> str:
    """The reference in a list that is numbered, without its number."""
    title, date = citation.title.in_(script), _date(citation)
    if citation.kind == "web" and citation.newspaper is None:
        return f"{title}[EB/OL]. {date if date.startswith('[') else f'({date})'}."
    unknown = f"[{say('cite-no-newspaper', script)}]"
    newspaper = citation.newspaper.in_(script) if citation.newspaper else unknown
    return f"{title}[{'N' if citation.kind == 'print' else 'N/OL'}]. {newspaper}, {date}."


def plain(citation: Citation, held: str, script: Script) -> str:
    """《title》，newspaper，date，byline（`held`: where it is read); what is not printed is called so."""
    newspaper = citation.newspaper.in_(script) if citation.newspaper else say("newspaper-not-printed", script)
    parts = [f"《{citation.title.in_(script).translate(_NESTED)}》", newspaper]
    if citation.date:
        parts.append(citation.date.in_(script))
    else:
        parts += [say("date-not-printed", script), say("year-inferred", script, year=citation.year)]
    if citation.byline:
        parts.append(citation.byline.in_(script))
    return f"{'，'.join(parts)}（{held}）"


def _date(citation: Citation) -> str:
    """The printed date as far as it goes, else the year in brackets."""
    found = _DATE.search(citation.date.hans) if citation.date else None
    if found is None:
        return f"[{citation.year}]"
    year, *rest = (int(part) for part in found.groups() if part)
    return "-".join([f"{year:04}", *(f"{part:02}" for part in rest)])
