"""Backups as values: rows as text, rows cut into pieces, which backups are kept."""
