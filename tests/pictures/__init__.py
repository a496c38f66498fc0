"""What is drawn beside the words, from every kind of file into every other."""
