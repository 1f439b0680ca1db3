"""Peer, a program: a bare PySide6 window with a QTextBrowser; its report is named first, then a page and its fonts.

`python -m bench.bare_window REPORT [PAGE FONT...]`; REPORT as in bench/reports.py.
"""

import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication, QMainWindow, QTextBrowser

from bench.reports import report

_, wanted, *files = sys.argv
application = QApplication([])
for font in files[1:]:
    QFontDatabase.addApplicationFont(font)
window = QMainWindow()
browser = QTextBrowser()
# Nearly every program names something of `Qt`; the first name costs a tenth of a bare start. bare_lean.py does without.
browser.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
if files:
    browser.setHtml(Path(files[0]).read_text(encoding="utf-8"))
window.setCentralWidget(browser)
window.resize(1440, 900)
window.show()
report(wanted, browser.viewport())
