"""Ballot files as others write them, read into a contest and its ballots."""
