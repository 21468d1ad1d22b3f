"""A streaming XML parser that resolves no entity and refuses a document type."""

from __future__ import annotations

from collections.abc import Iterable
from xml.parsers import expat

from cchc.backends.docx.unpacking import BrokenFileError


def guarded_parser() -> expat.XMLParserType:
    """An expat parser whose names are ``namespace name``; a document type makes it raise BrokenFileError."""
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse_document_type
    return parser


def parse(parser: expat.XMLParserType, chunks: Iterable[bytes]) -> None:
    """Feed ``chunks`` to ``parser``. Raises BrokenFileError for XML that is not well-formed."""
    try:
        for chunk in chunks:
            parser.Parse(chunk, False)
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        raise BrokenFileError(str(error)) from error


def _refuse_document_type(name: str, system: str | None, public: str | None, internal: bool) -> None:  # noqa: ARG001
    raise BrokenFileError(f"declares the document type {name}")
