"""Pages about being kept apart."""
