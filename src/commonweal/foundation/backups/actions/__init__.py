"""What is done with backups: take, forget, put back, and own up to it."""
