"""An institution: its charter, its members, who is on a roll, who holds an office."""
