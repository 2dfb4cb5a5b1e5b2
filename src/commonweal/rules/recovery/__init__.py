"""Letting somebody back in who lost every way: how many vouch, and after how long."""
