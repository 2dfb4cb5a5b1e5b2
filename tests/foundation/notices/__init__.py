"""Notices: sent to all members, and what became of each letter."""
