"""Puts the program together: event loop, wiring, start and end. Knows everyone, known by nobody."""
