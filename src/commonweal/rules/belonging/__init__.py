"""Who counts as a person of their own: known to others, and not by one door alone."""
