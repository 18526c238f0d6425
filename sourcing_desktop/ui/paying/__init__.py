"""The other place where money is spent: what is paid and how, the buyer's word, and what became of it."""
