"""The commands of the window: one table for menus, keys, palette and help."""
