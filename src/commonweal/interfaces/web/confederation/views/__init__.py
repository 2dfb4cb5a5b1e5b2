"""What the pages of confederations show and do."""
