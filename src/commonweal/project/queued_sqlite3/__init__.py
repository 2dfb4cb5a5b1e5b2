"""SQLite for a server of several threads: whoever writes waits in line."""
