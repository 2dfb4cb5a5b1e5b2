"""What programs can ask for and do, one module a subject."""
