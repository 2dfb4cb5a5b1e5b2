"""The pages of the node itself, those of a demo, and samples of every component."""
