"""What a body can decide about a confederation, one module each."""
