"""Measure how well bulletins are understood, on originals and on the same texts printed again in other shapes."""
