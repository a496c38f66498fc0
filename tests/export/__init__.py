"""What the reader gives away: JSON and plain lines."""
