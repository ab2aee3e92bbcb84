"""Answer HTTP: routes only."""
