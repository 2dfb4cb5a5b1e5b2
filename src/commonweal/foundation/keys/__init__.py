"""Keys, kept outside the database: what seals, what looks up, what is destroyed."""
