"""The one place where money is spent: what it will cost, the buyer's word, and what became of each order."""
