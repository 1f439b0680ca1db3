"""The panel of comparisons: figures of different places that count the same thing, as bars."""
