"""Institutions on the web: founding, joining, and what each of them shows."""
