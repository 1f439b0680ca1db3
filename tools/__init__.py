"""Commands of the project for those who work on it: setting up, locks, fonts, maps, lists, measures."""
