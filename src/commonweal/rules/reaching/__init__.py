"""Reaching people: how much a letter says, and when one goes out."""
