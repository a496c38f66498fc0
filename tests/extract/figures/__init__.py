"""The figures of an issue."""
