"""What the buyer put aside: the tab, and what the heart on any card does."""
