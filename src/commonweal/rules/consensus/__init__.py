"""Deciding by consensus, in a way that cannot be stuck."""
