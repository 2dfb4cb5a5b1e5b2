"""The law of one institution: read, doubted, compared and printed."""
