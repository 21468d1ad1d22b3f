"""The DOCX back end: a document tree to the bytes of a Word file, and what can be read from such bytes."""
