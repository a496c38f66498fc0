"""Break telling lines of the reading side one by one, and see which breaks the fast tests do not notice."""
