"""The panel at the right: figures, captions, contacts and dates of what is being read.

Nothing of it is imported before the first page has been painted.
"""
