"""Keep what is known, over time."""
