"""One offer in full: pictures, prices by quantity, SKUs to take, and who sells it."""
