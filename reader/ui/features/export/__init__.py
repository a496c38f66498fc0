"""Hand articles on: a dialog that shows the pages before they are saved as a file or printed.

It is loaded when it is first asked for.
"""
