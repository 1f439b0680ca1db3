"""What is put on the clipboard: plain text and where it is from."""

from exhibit.model.article import Citation
from exhibit.model.text import Script
from exhibit.strings import say
from exhibit.ui.reader.edition_text import EditionText

_NESTED = str.maketrans("《》", "〈〉")


def quotation(text: str, edition_text: EditionText, script: Script) -> str:
    """The text with its citation in a line of its own."""
    return f"{text}\n{citation_line(edition_text, script)}"


def citation_line(edition_text: EditionText, script: Script) -> str:
    """——《title》，newspaper，date（exhibit，edition）, in the script in view; what is not printed is called so."""
    citation = edition_text.article.citation
    shown = f"{edition_text.exhibit.in_(script)}，{edition_text.name.in_(script)}"
    return f"——《{_title(citation, script)}》，{_printed(citation, script)}（{shown}）"


def _title(citation: Citation, script: Script) -> str:
    return citation.title.in_(script).translate(_NESTED)


def _printed(citation: Citation, script: Script) -> str:
    newspaper = citation.newspaper.in_(script) if citation.newspaper else say("newspaper-not-printed", script)
    date = citation.date.in_(script) if citation.date else say("date-not-printed", script)
    return f"{newspaper}，{date}"
