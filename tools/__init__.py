"""Commands of the project for those who work on it."""
