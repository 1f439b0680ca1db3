"""The glossary: every word with its explanation, and for the open one each place where it stands."""
