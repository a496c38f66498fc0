"""What the program is, what it is made of, and a report for whoever is to mend it; loaded when first asked for."""
