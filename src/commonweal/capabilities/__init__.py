"""What people can do together."""
