"""Vietnamese as plans write it: comparison keys, order, enumerators, numbers, dates, and the words around figures."""
