"""Pages of letters that remind."""
