"""Peer, a program: the leanest window with an empty QTextBrowser, which names nothing of `Qt`."""

import sys

from PySide6.QtWidgets import QApplication, QMainWindow, QTextBrowser

from bench.reports import report

application = QApplication([])
window = QMainWindow()
browser = QTextBrowser()
window.setCentralWidget(browser)
window.resize(1440, 900)
window.show()
report(sys.argv[1], browser.viewport())
