"""Tables to the bytes of one format, row by row, so that memory does not grow with them."""
