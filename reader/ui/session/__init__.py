"""What is open and where its reader is: issues, outlines, places, history, settings, marks; what all features share."""
