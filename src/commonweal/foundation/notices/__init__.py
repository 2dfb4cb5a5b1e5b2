"""Notices: what the law of an institution has its members told, and proof of it."""
