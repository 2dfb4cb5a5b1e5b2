"""Pages of institutions, one module a page."""
