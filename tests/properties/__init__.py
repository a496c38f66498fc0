"""What holds of every text whatever."""
