"""May these two be brought together, may one be shown to the other: told to nobody."""
