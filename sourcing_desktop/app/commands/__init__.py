"""What the program does without a window, for support and for exploring. Imports no Qt, so it starts fast."""
