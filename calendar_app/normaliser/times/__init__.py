"""Find and normalise the times of a text."""
