"""What every institution has: people, members, a charter, talk, a journal, a node."""
