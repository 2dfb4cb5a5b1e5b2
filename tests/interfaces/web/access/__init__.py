"""Who may reach which page: the declared expectations, and the world they hold in."""
