"""What the window does about errors that nobody expected."""
