"""The library of issues."""
