"""The rules for times, one family a file."""
