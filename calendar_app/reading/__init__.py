"""Read anything a user holds into a Page, and a Page into its Reports."""
