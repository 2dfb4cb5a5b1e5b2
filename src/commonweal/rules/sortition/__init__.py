"""How a panel is drawn by lot, so that it looks like everybody and chances are fair."""
