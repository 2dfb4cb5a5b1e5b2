"""`commonweal …`: one command with words behind it."""
