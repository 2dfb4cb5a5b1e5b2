"""What is true and fair: pure functions over plain values, for anyone to re-run.

No framework, no clock, no chance, no input or output. Randomness, time and text
come in as arguments, so that a stranger with the same inputs gets the same answer.
"""
