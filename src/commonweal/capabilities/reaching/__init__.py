"""Reaching people: what waits for each, letters that say so, calendars."""
