"""What is done with the text in front: copied, with its source too, and set larger or smaller."""
