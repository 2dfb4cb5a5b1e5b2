"""Keys for programs: made, shown once, and ended."""
