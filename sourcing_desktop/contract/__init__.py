"""What the remote systems' documents say, as data that client and sandbox both read. Imports nothing of ours."""
