"""The first minute with the program."""
