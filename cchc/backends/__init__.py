"""Back ends: the document tree to the bytes of one file format."""
