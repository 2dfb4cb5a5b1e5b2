"""Tags that templates use without loading anything."""
