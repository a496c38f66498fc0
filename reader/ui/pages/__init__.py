"""The pages of a PDF in the window: drawn off the GUI thread, beside the article or in its place."""
