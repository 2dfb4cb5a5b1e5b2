"""The least that Django can do for a signed-in person's form: the peer to measure by.

Session, CSRF and signed-in user as every Django site has them, then one view that keeps
one row durably and redirects. The database is Django's own SQLite with the
settings of ours, waiting for the disk at every commit.
"""
