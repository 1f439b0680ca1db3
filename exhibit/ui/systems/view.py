"""The panel's tab of a system."""

from exhibit.ui.systems.views import SystemPanes


class SystemsView(SystemPanes):
    """The drawing in the panel, and the card of the chosen part with it."""

    def _turn(self) -> None:
        self._session.show_page("drawing")
