"""What the lines of a bulletin are taken for, by cases as data."""
