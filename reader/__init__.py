"""Bulletin Reader: Chinese bulletin issues as trees of clean articles."""

__version__ = "0.3.0"  # the one place; what is built and shown takes it from here
