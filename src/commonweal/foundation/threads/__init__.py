"""Talk, attached to whatever it is about."""
