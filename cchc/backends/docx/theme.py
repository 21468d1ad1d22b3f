"""The theme of a package: what Word offers for text that people add, in the document's own face and in black."""

from __future__ import annotations

from cchc.backends.docx.namespaces import DECLARATION
from cchc.backends.docx.text import escape

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
_COLOURS = {
    "dk1": "000000", "lt1": "FFFFFF", "dk2": "000000", "lt2": "FFFFFF",
    "accent1": "1F3864", "accent2": "833C0B", "accent3": "525252", "accent4": "7F6000", "accent5": "1F4E79",
    "accent6": "385623", "hlink": "000000", "folHlink": "000000",
}  # fmt: skip
_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_LINE = f'<a:ln w="6350">{_FILL}</a:ln>'
_EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"


def theme_part(face: str) -> str:
    """The theme, of the least that its schema asks for (ECMA-376 Part 1, 20.1.6).

    No style of ours refers to it. It is there because readers that follow the Open XML SDK demand one, and so
    that what a person types over in Word stays in ``face``.
    """
    colours = "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in _COLOURS.items())
    font = f'<a:latin typeface="{escape(face)}"/><a:ea typeface=""/><a:cs typeface=""/>'
    return (
        f'{DECLARATION}<a:theme xmlns:a="{_DRAWING}" name="cchc"><a:themeElements>'
        f'<a:clrScheme name="cchc">{colours}</a:clrScheme>'
        f'<a:fontScheme name="cchc"><a:majorFont>{font}</a:majorFont><a:minorFont>{font}</a:minorFont></a:fontScheme>'
        f'<a:fmtScheme name="cchc"><a:fillStyleLst>{_FILL * 3}</a:fillStyleLst><a:lnStyleLst>{_LINE * 3}</a:lnStyleLst>'
        f"<a:effectStyleLst>{_EFFECT * 3}</a:effectStyleLst><a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst>"
        "</a:fmtScheme></a:themeElements></a:theme>"
    )
