"""The library in the window: all issues in a list, and one search in all of them."""
