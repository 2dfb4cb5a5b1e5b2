"""The shape of what is typed into the forms of an institution."""
