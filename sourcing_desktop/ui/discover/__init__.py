"""Walking through what the gateways put forward, without looking for anything."""
