"""This server: what it is, and what whoever runs it could see."""
