"""The contacts of an issue: who can be reached, and who made what."""
