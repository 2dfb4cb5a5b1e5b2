"""Looking after what is said: who may judge, how long, and who needs a sponsor."""
