"""What the remote systems' documents say, as data both the client and the sandbox read. Imports nothing of ours."""
