"""The list of places: the map's equal, and the way to each article of a place."""
