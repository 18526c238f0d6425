"""Where goods are delivered."""
