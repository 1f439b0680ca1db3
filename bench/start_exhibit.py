"""The exhibit opened on the package named in the first argument; prints the time of its first paint."""

import sys
from pathlib import Path

from exhibit.app import QApplication, Visit

application = QApplication(sys.argv[:1])
visit = Visit(Path(sys.argv[1]))
visit.begin()

from bench.painted import when_painted  # noqa: E402  # after the window is shown: not a part of what is measured
from PySide6.QtWidgets import QAbstractScrollArea  # noqa: E402  # the same

texts = [found for top in application.topLevelWidgets() for found in top.findChildren(QAbstractScrollArea, "text")]
when_painted(application, texts[0].viewport())
