"""Values that only named holders can open, with a destroy date."""
