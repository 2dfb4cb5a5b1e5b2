"""Keys with which a program acts as one person, within bounds, until a day."""
