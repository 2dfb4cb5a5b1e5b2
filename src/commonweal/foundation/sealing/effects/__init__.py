"""What a decision can set in motion about what is sealed: one module an effect."""
