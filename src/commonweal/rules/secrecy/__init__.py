"""What keeps a secret: sealed words, keyed look-ups, secrets shared among several."""
