"""Files that are opened: chosen, dropped, read again; another window."""
