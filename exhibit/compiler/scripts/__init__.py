"""Converts strings between the scripts, lists doubtful conversions, and gives the pinyin of names."""
