"""What is taken out of an issue: figures, contacts and captions."""
