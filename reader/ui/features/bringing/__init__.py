"""What is no file to be read yet: the clipboard, and pages that are pictures."""
