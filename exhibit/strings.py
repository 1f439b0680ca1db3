"""Fixed labels of the interface, each in every interface language."""

from typing import Final

from exhibit.model.state import Language

_LANGUAGES: Final[tuple[Language, ...]] = ("hans", "hant", "en")

_LABELS: Final[dict[str, tuple[str, str, str]]] = {
    # key: Simplified, Traditional, English
    "simplified": ("简体", "簡體", "Simplified"),
    "traditional": ("繁体", "繁體", "Traditional"),
}


def say(key: str, language: Language, **values: object) -> str:
    """The label of a key, its `{name}` places filled with `values`. Raises KeyError for an unknown key."""
    text = _LABELS[key][_LANGUAGES.index(language)]
    return text.format(**values) if values else text
