"""The box in which the user chooses how the text is set."""
