"""Searches made before and searches saved: where they are offered, and how one is given a name."""
