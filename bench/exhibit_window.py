"""A program: the exhibit on a package; `python -m bench.exhibit_window REPORT FILE`, REPORT as in bench/reports.py."""

import sys
from pathlib import Path

from exhibit.app import ExhibitRun
from exhibit.options import Options

# Not before: the exhibit says itself what is imported first.
from PySide6.QtWidgets import QApplication  # isort: skip

application = QApplication(sys.argv[:1])
visit = ExhibitRun(Path(sys.argv[2]), Options())
visit.begin()

from PySide6.QtWidgets import QAbstractScrollArea  # noqa: E402  # after the window is shown: not a part of the exhibit

from bench.reports import report  # noqa: E402  # the same

texts = [found for top in application.topLevelWidgets() for found in top.findChildren(QAbstractScrollArea, "text")]
report(sys.argv[1], texts[0].viewport())
