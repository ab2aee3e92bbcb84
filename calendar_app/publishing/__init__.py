"""Turn Events into bytes: pure functions, no request, no clock."""
