"""Signing in and out, my own page, the language I read."""
