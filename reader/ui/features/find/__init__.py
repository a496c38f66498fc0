"""Find in the window: the bar, the list of results, what is drawn over the page, and the search behind them.

Loaded when it is first asked for.
"""
