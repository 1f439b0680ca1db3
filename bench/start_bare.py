"""Peer: a bare PySide6 window with an empty QTextBrowser; prints the time of its first paint."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMainWindow, QTextBrowser

from bench.painted import when_painted

application = QApplication([])
window = QMainWindow()
window.setWindowTitle("bare")
window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
browser = QTextBrowser()
window.setCentralWidget(browser)
window.resize(1440, 900)
window.show()
when_painted(application, browser.viewport())
