"""The original beside the article, as pages or as text, and the list of what was left out."""
