"""The page of a window without an issue."""
