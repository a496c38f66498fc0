"""What the user says of the outline: this is an article, that is no heading; and what comes of it."""
