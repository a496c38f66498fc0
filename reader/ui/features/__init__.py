"""What the window can do, a folder a feature; they do not know each other, and the window connects them."""
