"""What the window keeps between two starts: marks, places, what was read, the session.

Nothing of this is loaded before the first page has been painted; `feature` does it then.
"""
