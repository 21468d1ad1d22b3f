"""Pieces of WordprocessingML as the back end writes them, parsed for a look inside."""

from xml.etree import ElementTree
from xml.etree.ElementTree import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def parsed(xml: str) -> Element:
    """An element around ``xml``, which needs not be one element."""
    return ElementTree.fromstring(
        f'<pieces xmlns:w="{W.strip("{}")}" xmlns:r="{R.strip("{}")}">{xml}</pieces>',
    )


def find(element: Element, path: str) -> Element | None:
    return element.find(path.replace("w:", W))


def find_all(element: Element, path: str) -> list[Element]:
    return element.findall(path.replace("w:", W))


def has(element: Element, path: str) -> bool:
    return find(element, path) is not None


def attributes(element: Element, path: str) -> dict[str, str]:
    """The attributes of the element at ``path``, without namespaces; the element must be there."""
    found = find(element, path)
    assert found is not None, f"no {path}"
    return {name.rpartition("}")[2]: value for name, value in found.attrib.items()}


def text_of(element: Element) -> str:
    return "".join(text.text or "" for text in element.iter(f"{W}t"))
