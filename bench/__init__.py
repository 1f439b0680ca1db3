"""What the exhibit costs, as ratios against a named peer measured in the same run."""
