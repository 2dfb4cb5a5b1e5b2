"""Pages of what bodies do together: who they are, and what is before them."""
