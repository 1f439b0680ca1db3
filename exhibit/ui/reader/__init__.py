"""The article in view: its text, its table of contents, what is selected in it."""
