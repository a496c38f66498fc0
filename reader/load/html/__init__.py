"""Web pages: from bytes to a tree, from the tree to rows, from the rows to lines that say what they are."""
