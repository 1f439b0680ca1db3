"""The window: which parts stand where, the commands and their keys, the sheets over it."""
