"""The library of what was seen: a file of its own, bulky and rebuilt by looking again. It keeps no orders."""
