"""Commonweal: run your own institutions together, decide as equals, confederate."""
