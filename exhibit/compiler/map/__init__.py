"""Compiles the map: its base, its attribution, and where each region lies."""
