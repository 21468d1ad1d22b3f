"""What a YAML file says by another reader than the program's: libyaml's own nodes, with every scalar as text."""

from __future__ import annotations

import codecs
from typing import Any
from unicodedata import normalize

import yaml


def plain(data: bytes) -> Any:
    """The texts, lists and mappings in ``data``; a mapping as the set of its entries, so that their order is free."""
    return _plain(yaml.compose(data.removeprefix(codecs.BOM_UTF8).decode(), Loader=yaml.CSafeLoader))


def _plain(node: yaml.Node | None) -> Any:
    match node:
        case yaml.ScalarNode():
            text = normalize("NFC", node.value)
            return None if node.style is None and text in ("", "~", "null", "Null", "NULL") else text
        case yaml.SequenceNode():
            return [_plain(item) for item in node.value]
        case yaml.MappingNode():
            return {key.value: _plain(value) for key, value in node.value}
        case _:
            return None
