"""A keyboard on the screen for fingers."""
