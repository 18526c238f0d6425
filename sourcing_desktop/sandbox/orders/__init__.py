"""Orders of the sandbox: what they cost, how they live, and the parcels they travel in."""
