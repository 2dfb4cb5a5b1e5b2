"""What a decision can set in motion in an institution: one module an effect."""
