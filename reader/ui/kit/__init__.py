"""Pieces that know nothing of bulletins: looks, fonts, icons, lists of cards, work on threads, words for errors."""
