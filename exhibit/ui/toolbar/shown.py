"""What the top bar shows; no Qt."""

from dataclasses import dataclass

from exhibit.model.package import Package
from exhibit.model.state import Appearance, InterfaceLanguage, State
from exhibit.model.text import Script


@dataclass(frozen=True, slots=True)
class ToolbarShown:
    """Title and subtitle in the script in view, and the state of the controls."""

    title: str
    subtitle: str
    script: Script
    language: InterfaceLanguage
    appearance: Appearance
    scale: int


def toolbar_shown(package: Package, state: State) -> ToolbarShown:
    """What the bar shows of a package and a state."""
    exhibit = package.exhibit
    title, subtitle = exhibit.title.in_(state.script), exhibit.subtitle.in_(state.script)
    return ToolbarShown(title, subtitle, state.script, state.language, state.appearance, state.scale)
