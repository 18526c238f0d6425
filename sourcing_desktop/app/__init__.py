"""Puts the program together: command line, event loop, wiring, start and end. Knows everyone, known by nobody."""
