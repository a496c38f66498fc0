"""What is said about the program itself: the About box, the first steps, the report for a bug, unexpected errors."""
