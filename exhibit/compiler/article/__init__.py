"""Compiles one article: parses its Markdown, marks figures and terms, ties each figure to its sentence."""
