"""What is kept between two sessions: marks, places and the session itself."""
