"""The panel of figures: each figure is a tile, with its sentence and its chart."""
