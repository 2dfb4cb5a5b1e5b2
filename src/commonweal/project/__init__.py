"""The parts put together into one node."""
