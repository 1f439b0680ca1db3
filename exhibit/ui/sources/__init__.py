"""The panel of sources: where an article was printed, how to cite it, what the exhibit did with it."""
