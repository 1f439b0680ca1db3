"""A package as bytes: what is inside the file, how it is written, read and verified."""
