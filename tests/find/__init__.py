"""Finding words in an article or an issue."""
