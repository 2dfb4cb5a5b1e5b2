"""Decisions on the web: proposals, ballots, outcomes and how to check them."""
