"""Searches a package: its index, the queries, and the ranking of what they find."""
