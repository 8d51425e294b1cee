"""What happens away from the screen: threads with a reader each, and the answers they send."""
