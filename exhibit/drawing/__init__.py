"""A system as a drawing: from its parts to boxes, lines and texts with their places. Nothing here knows Qt."""
