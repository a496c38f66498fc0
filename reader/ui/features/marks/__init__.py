"""Highlights, notes and bookmarks in the window; nothing of it is loaded before the first page has been painted.

`painted` and `margin` draw them, `bar` and `editor` change them, the panel
lists them, and `desk` does what the commands ask for.
"""
