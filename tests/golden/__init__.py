"""What the reader understands of each sample issue, written down whole."""
