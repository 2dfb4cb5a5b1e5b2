"""The node itself: its front door, what needs me, what its operator sees."""
