"""What the visitor sees: one folder for each thing that can be pointed at."""
