"""Institutions that stay sovereign and decide together."""
