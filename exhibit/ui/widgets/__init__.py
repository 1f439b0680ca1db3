"""What views are built of: texts, chips, links, cards and columns, painted in one look; no view of its own."""
