"""How places in a council are shared out among bodies, by members or by votes."""
