"""The exhibit on a package; `python -m bench.exhibit_window REPORT FILE PART`; REPORT as in bench/reports.py.

PART is `text`, which is painted first, or `regions`, the list that is painted last.
"""

import gc
import sys
from pathlib import Path

from exhibit.app.opening import opened
from exhibit.options import Options

gc.disable()
_, wanted, file, part = sys.argv
package = opened(Path(file), Options())

from PySide6.QtWidgets import QApplication  # noqa: E402  # in the order of `exhibit open`

from exhibit.app.desktop import DesktopRun  # noqa: E402  # the same

application = QApplication(sys.argv[:1])
DesktopRun(package, Options()).begin()

from PySide6.QtWidgets import QAbstractScrollArea  # noqa: E402  # after the window is shown: not a part of the exhibit

from bench.reports import report  # noqa: E402  # the same


def found_part() -> QAbstractScrollArea | None:
    """The part of the window, once it is made."""
    tops = application.topLevelWidgets()
    return next((found for top in tops for found in top.findChildren(QAbstractScrollArea, part)), None)


while (view := found_part()) is None:
    QApplication.processEvents()
view.viewport().update()  # it may be painted already: then once more, which counts against us
report(wanted, view.viewport())
