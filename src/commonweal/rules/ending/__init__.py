"""How an institution parts: what it was for, when it stops, and the time in between."""
