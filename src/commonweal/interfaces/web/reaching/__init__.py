"""Letters that remind: how often they come, and stopping them."""
