"""Pictures of every page and dialog in every state, on one sheet to look at."""
