"""What a decision can set in motion about what was said: one module an effect."""
