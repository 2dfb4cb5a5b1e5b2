"""Reaching people: letters that remind, and what they say to whom."""
