"""The switchboard of tests, under `/_sandbox`. No part of the contract."""
