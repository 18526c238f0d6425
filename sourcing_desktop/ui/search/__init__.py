"""The three ways to look for goods, and the results they share."""
