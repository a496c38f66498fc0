"""Rules of the architecture, each checked by a test."""
