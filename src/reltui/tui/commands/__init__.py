"""What the actions of the reading room do: one function an action, registered by the action's name."""
