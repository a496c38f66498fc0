"""The program on its machine: one window for one person, what is left when it ends badly, its folders and files."""
