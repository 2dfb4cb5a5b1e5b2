"""Proposals, the questions they become, the ballots, and what was decided."""
