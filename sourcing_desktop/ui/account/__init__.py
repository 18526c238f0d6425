"""Choosing the gateway the program works with, and the keys for it."""
