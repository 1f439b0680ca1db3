"""The reader: the text of an article, its contents, and explanations of its terms."""
