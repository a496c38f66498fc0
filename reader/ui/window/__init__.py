"""The window itself: frame, tabs, tool bar, status line, menus; it makes the features and connects them."""
