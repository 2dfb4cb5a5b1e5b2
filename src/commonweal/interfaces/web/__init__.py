"""Pages in a browser: HTML from the server, plain forms first."""
