"""What falls when: the lunar year, festivals and named days, official holidays."""
