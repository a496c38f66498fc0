"""What is known of Chinese writing, each fact in one place: which characters count as the same, which words tell what.

Every view of a text is as long as the text, so that an offset into one is an offset into the other.
"""
