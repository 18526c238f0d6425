"""What the remote systems' documents say, as data client and sandbox both read. Imports nothing of ours."""
