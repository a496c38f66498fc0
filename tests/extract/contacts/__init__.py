"""The contacts of an issue."""
