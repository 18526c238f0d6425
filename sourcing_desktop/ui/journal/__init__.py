"""The journal: every order and payment that was confirmed, and what became of it."""
