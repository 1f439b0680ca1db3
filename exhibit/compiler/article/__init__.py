"""Compiles one article: parses its Markdown, marks figures and terms, finds the sentence of each figure."""
