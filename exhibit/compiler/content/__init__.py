"""Reads the files of a content folder: finds them, keeps line numbers, checks each against its schema."""
