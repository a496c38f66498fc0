"""What is drawn: the pages of a PDF, the pictures of a bulletin as bytes, and what their first bytes tell."""
