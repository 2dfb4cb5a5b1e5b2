"""Pages about what was said: reports, hidden words, appeals."""
