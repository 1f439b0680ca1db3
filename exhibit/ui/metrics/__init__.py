"""The panel of figures: tiles with their sentences and pictures."""
