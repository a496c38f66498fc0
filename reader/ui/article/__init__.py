"""The text of an article as it is set, read, selected and copied."""
