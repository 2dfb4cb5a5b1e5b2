"""What was done, by whom, when: append-only, a line a deed, a chain an institution."""
