"""Find the places of a text and choose where an activity takes place."""
