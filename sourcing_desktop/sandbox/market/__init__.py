"""The sandbox market: its goods and sellers, prepared from one seed into one file. Knows no web."""
