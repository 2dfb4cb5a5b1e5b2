"""The door of a room without internet, and its screen."""
