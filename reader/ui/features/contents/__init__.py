"""The contents at the left: the tree of articles and its filter."""
