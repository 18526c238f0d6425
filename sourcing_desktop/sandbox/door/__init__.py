"""The way in of every call: who may enter, what was brought along, what is answered, and what goes wrong."""
