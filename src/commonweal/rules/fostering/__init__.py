"""Fostering: an institution lets others begin with what it has learned."""
