"""Programs for whoever works on Exhibit: setting up, locks, fonts, maps, lists."""
