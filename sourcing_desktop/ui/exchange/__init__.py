"""The buyer's own rate of exchange: what yuan come to in the money they count in."""
