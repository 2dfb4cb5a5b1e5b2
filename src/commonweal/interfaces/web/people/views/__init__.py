"""Signing in and out, my devices, my own page."""
