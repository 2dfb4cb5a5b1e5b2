"""Shapes of what programs send and are given, a module for each subject."""
