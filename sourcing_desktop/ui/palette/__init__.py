"""Everything the program can do, found by typing a few letters of it."""
