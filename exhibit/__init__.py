"""Exhibit: newspaper articles as an interactive exhibit that needs no network."""

__version__ = "0.1.0"
