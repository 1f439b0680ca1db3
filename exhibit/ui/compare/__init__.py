"""The panel of comparisons: figures of several places that count the same thing, with bars."""
