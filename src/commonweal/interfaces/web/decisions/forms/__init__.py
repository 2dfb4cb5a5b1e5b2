"""The shape of what is typed where people decide; never its merit."""
