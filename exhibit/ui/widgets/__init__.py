"""Widgets that views are made of: texts, chips, links, cards and columns. They know no view and no session."""
