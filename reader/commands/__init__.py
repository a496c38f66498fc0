"""What is done from the command line beyond opening the window, one module a command."""
