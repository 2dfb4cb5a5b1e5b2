"""Views of reports, of those who look at them, and of hidden words."""
