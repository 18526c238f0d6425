"""The words of the trade: frozen values and pure rules. Imports nothing of ours and does no I/O."""
