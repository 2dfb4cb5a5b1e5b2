"""Views of letters that remind, and of notices."""
