"""Everything that is done in an institution itself, by members or by decision."""
