"""Assemblies: called, held and written down as they go."""
