"""Turn a Report into Events, and what could not be settled into Reviews."""
