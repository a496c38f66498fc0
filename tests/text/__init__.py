"""One character folds into one character."""
