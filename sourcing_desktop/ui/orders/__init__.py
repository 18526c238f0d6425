"""Orders of both platforms, and those nobody can vouch for yet."""
