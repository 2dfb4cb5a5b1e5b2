"""A small world to look at: a valley, its people and eight months of their history."""
