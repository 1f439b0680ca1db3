"""The exhibit on a package; `python -m bench.exhibit_window REPORT FILE PART`; REPORT as in bench/reports.py.

PART is `home-page`, which is painted first, `map`, which is painted last, or `text`: then the first article is open.
"""

import gc
import sys
from pathlib import Path

from exhibit.app.opening import opened
from exhibit.model.navigation import to_first_article
from exhibit.model.state import State
from exhibit.options import Options
from exhibit.saved_state import SavedState

gc.disable()
_, wanted, file, part = sys.argv
package = opened(Path(file), Options())
if part == "text" and package.package:
    state = to_first_article(package.package, State())
    package = package._replace(saved=SavedState(state))

from PySide6.QtWidgets import QApplication  # noqa: E402  # in the order of `exhibit open`

from exhibit.app.desktop import DesktopRun  # noqa: E402  # the same

application = QApplication(sys.argv[:1])
DesktopRun(package, Options()).begin()

from PySide6.QtWidgets import QAbstractScrollArea, QWidget  # noqa: E402  # after the window is shown: not a part of the exhibit

from bench.reports import report  # noqa: E402  # the same


def found_part() -> QWidget | None:
    """What is painted of the part of the window, once it is made."""
    found = next((one for top in application.topLevelWidgets() for one in top.findChildren(QWidget, part)), None)
    return found.viewport() if isinstance(found, QAbstractScrollArea) else found


while (view := found_part()) is None:
    QApplication.processEvents()
view.update()  # it may be painted already: then once more, which counts against us
report(wanted, view)
