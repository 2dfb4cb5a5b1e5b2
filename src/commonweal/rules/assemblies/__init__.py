"""Assemblies: who is there, what is talked about, who speaks next, and why."""
