"""Walking through one shop, and the shops a buyer knows."""
