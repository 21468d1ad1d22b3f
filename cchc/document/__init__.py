"""The document tree: what every back end writes and every template makes."""
