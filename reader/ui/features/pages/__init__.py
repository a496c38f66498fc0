"""What stands in the article's place where a file has no words, and the pictures within its text."""
