"""Pages of proposals and decisions, one module a page."""
