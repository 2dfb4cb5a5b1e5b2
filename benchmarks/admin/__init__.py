"""The same node with Django's own lists of its tables beside our pages."""
