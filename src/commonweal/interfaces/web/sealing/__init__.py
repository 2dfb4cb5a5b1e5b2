"""Pages of what is sealed, and of the trustees who open it together."""
