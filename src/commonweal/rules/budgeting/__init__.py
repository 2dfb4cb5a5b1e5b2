"""How people share out money together: what they marked, what is funded, who paid."""
