"""A person on this node: how they sign in and how they are reached. Nothing more."""
