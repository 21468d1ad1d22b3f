"""What a file says of itself: title, author, date, and the digests of what it was made from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from cchc.backends.docx import namespaces
from cchc.backends.docx.namespaces import DECLARATION
from cchc.backends.docx.text import escape

CUSTOM_PART = "docProps/custom.xml"

DIGEST = "cchc-"
"""What the names of the custom properties of the program begin with."""

SEAL_PROPERTY = f"{DIGEST}seal"
"""The custom property with the digest of the file's own parts."""

UNDATED = datetime(1980, 1, 1, tzinfo=UTC)
"""The time of a file whose act has no date: the first that a ZIP archive can carry."""

_FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_FIRST_PROPERTY_ID = 2


@dataclass(frozen=True, slots=True)
class Properties:
    """The properties of a file.

    ``author`` is the issuer's name; ``created`` is in UTC and comes from the act, never from a clock (``UNDATED`` where
    the act has no date); ``digests`` names what the document was made from (``plan``, ``templates``) with its digest
    each.
    """

    title: str
    author: str
    created: datetime
    digests: Mapping[str, str] = field(default_factory=dict)


def property_parts(properties: Properties, language: str) -> dict[str, str]:
    """The texts of ``docProps/core.xml`` and ``docProps/app.xml`` by name.

    Raises ValueError for a time that is not in UTC.
    """
    return {"docProps/core.xml": _core(properties, language), "docProps/app.xml": _app()}


def custom_part(digests: Mapping[str, str], seal: str) -> str:
    """The text of ``docProps/custom.xml``: a property ``cchc-NAME`` per digest, and the seal.

    Raises ValueError for a digest that has the seal's name.
    """
    entries = {f"{DIGEST}{name}": digest for name, digest in digests.items()}
    if SEAL_PROPERTY in entries:
        raise ValueError("a digest cannot have the seal's name")
    entries[SEAL_PROPERTY] = seal
    listed = "".join(
        f'<property fmtid="{_FORMAT_ID}" pid="{number}" name="{escape(name)}">'
        f"<vt:lpwstr>{escape(value)}</vt:lpwstr></property>"
        for number, (name, value) in enumerate(entries.items(), start=_FIRST_PROPERTY_ID)
    )
    return (
        f'{DECLARATION}<Properties xmlns="{namespaces.CUSTOM_PROPERTIES}" xmlns:vt="{namespaces.VARIANT_TYPES}">'
        f"{listed}</Properties>"
    )


def _core(properties: Properties, language: str) -> str:
    time = stamp(properties.created)
    author = escape(properties.author)
    return (
        f'{DECLARATION}<cp:coreProperties xmlns:cp="{namespaces.CORE_PROPERTIES}"'
        f' xmlns:dc="{namespaces.DUBLIN_CORE}" xmlns:dcterms="{namespaces.DUBLIN_CORE_TERMS}"'
        f' xmlns:xsi="{namespaces.SCHEMA_INSTANCE}"><dc:title>{escape(properties.title)}</dc:title>'
        f"<dc:creator>{author}</dc:creator><cp:lastModifiedBy>{author}</cp:lastModifiedBy>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{time}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{time}</dcterms:modified>'
        f"<dc:language>{escape(language)}</dc:language></cp:coreProperties>"
    )


def stamp(time: datetime) -> str:
    """``time`` as the parts write it. Raises ValueError for one that is not in UTC."""
    if time.utcoffset() != timedelta(0):
        raise ValueError(f"a file's time must be in UTC, not {time.isoformat()}")
    return time.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _app() -> str:
    program = "<Application>cchc</Application>"
    return f'{DECLARATION}<Properties xmlns="{namespaces.EXTENDED_PROPERTIES}">{program}</Properties>'
