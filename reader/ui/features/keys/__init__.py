"""The keyboard: keys for reading, panes, the command palette, the sheet of keys, the dialog that changes them."""
