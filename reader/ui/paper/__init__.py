"""Pages of a PDF, drawn off the GUI thread."""
