"""How each kind of goods is painted: one module a category, helped by modules of single families of goods."""
