"""What a validator of schemas does not see in a DOCX file, checked with a parser of its own.

Each check takes the bytes of a file and returns the problems it found, as sentences.
"""

import posixpath
import zipfile
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_CUSTOM = "{http://schemas.openxmlformats.org/officeDocument/2006/custom-properties}"


def all_problems(data: bytes) -> list[str]:
    """The problems that any check of this module finds."""
    checks = (
        spans_fill_the_grid,
        merges_have_their_start,
        cells_end_in_paragraphs,
        styles_exist,
        ids_are_unique,
        relationships_resolve,
        parts_have_types,
    )
    return [problem for check in checks for problem in check(data)]


def spans_fill_the_grid(data: bytes) -> list[str]:
    """Every row's spans add up to the columns of its table, and its cells' widths to theirs."""
    return [
        f"table {table}, row {row}: {spans} columns of {columns}, {width} twips of {whole}"
        for table, columns, whole, rows in _tables(data)
        for row, cells in enumerate(rows, start=1)
        if (spans := sum(_span(cell) for cell in cells)) != columns
        or (width := sum(_cell_width(cell) for cell in cells)) != whole
    ]


def merges_have_their_start(data: bytes) -> list[str]:
    """Every continued vertical merge has a cell of the same columns above that starts or continues it."""
    problems = []
    for table, _, _, rows in _tables(data):
        above: set[tuple[int, int]] = set()
        for row, cells in enumerate(rows, start=1):
            merged = set()
            for place, cell in _places(cells):
                merge = _merge(cell)
                if merge == "continue" and place not in above:
                    problems.append(f"table {table}, row {row}: a merge continues at {place} and starts nowhere")
                if merge is not None:
                    merged.add(place)
            above = merged
    return problems


def cells_end_in_paragraphs(data: bytes) -> list[str]:
    """A cell's last element is a paragraph; so is the last before the section properties of the body."""
    body = _part(data, "word/document.xml")[0]
    problems = [] if [child.tag for child in body][-2:] == [f"{_W}p", f"{_W}sectPr"] else ["the body ends in a table"]
    return problems + ["a cell ends in no paragraph" for cell in body.iter(f"{_W}tc") if cell[-1].tag != f"{_W}p"]


def styles_exist(data: bytes) -> list[str]:
    """Every style that a part names is declared, with the kind it is used as."""
    declared = {
        (style.get(f"{_W}type"), style.get(f"{_W}styleId"))
        for style in _part(data, "word/styles.xml").iter(f"{_W}style")
    }
    return [
        f"{name}: no {kind} style {use.get(f'{_W}val')}"
        for name, root in _xml_parts(data)
        for kind, tag in (("paragraph", "pStyle"), ("table", "tblStyle"))
        for use in root.iter(f"{_W}{tag}")
        if (kind, use.get(f"{_W}val")) not in declared
    ]


def ids_are_unique(data: bytes) -> list[str]:
    """Ids and names of styles, ids of relationships, ids and names of custom properties, names of parts."""
    styles = list(_part(data, "word/styles.xml").iter(f"{_W}style"))
    custom = list(_part(data, "docProps/custom.xml").iter(f"{_CUSTOM}property"))
    groups: dict[str, list[str | None]] = {
        "part": [name.lower() for name in _names(data)],
        "style id": [style.get(f"{_W}styleId") for style in styles],
        "style name": [name.get(f"{_W}val") for style in styles for name in style.iter(f"{_W}name")],
        "property id": [entry.get("pid") for entry in custom],
        "property name": [entry.get("name") for entry in custom],
    }
    for name, root in _xml_parts(data, ".rels"):
        groups[f"relationship in {name}"] = [relationship.get("Id") for relationship in root]
    return [
        f"{what} {value} stands {times} times"
        for what, values in groups.items()
        for value, times in Counter(values).items()
        if times > 1
    ]


def relationships_resolve(data: bytes) -> list[str]:
    """Every internal target is a part; every ``r:id`` is a relationship of its part; every part is a target."""
    problems: list[str] = []
    reached = {"[Content_Types].xml"}
    known: dict[str, set[str | None]] = {}
    for name, root in _xml_parts(data, ".rels"):
        folder, _, source = name.rpartition("_rels/")
        known[folder + source.removesuffix(".rels")] = {relationship.get("Id") for relationship in root}
        reached.add(name)
        for relationship in root.iter(_RELATIONSHIP):
            target = posixpath.normpath(posixpath.join("/", folder, relationship.get("Target", ""))).lstrip("/")
            reached.add(target)
            if target not in _names(data):
                problems.append(f"{name}: no part {target}")
    problems += [f"no relationship leads to {name}" for name in _names(data) if name not in reached]
    for name, root in _xml_parts(data):
        for element in root.iter():
            used = element.get(f"{_R}id")
            if used is not None and used not in known.get(name, set()):
                problems.append(f"{name}: no relationship {used}")
    return problems


def parts_have_types(data: bytes) -> list[str]:
    """Every part has a content type, every declared part exists, and the main part is a document, no template."""
    types = _part(data, "[Content_Types].xml")
    extensions = {default.get("Extension") for default in types.iter(f"{_TYPES}Default")}
    overrides = {entry.get("PartName"): entry.get("ContentType", "") for entry in types.iter(f"{_TYPES}Override")}
    names = [name for name in _names(data) if name != "[Content_Types].xml"]
    problems = [
        f"{name} has no content type"
        for name in names
        if f"/{name}" not in overrides and name.rpartition(".")[2] not in extensions
    ]
    problems += [f"{name} is declared and absent" for name in overrides if name and name[1:] not in names]
    if not overrides.get("/word/document.xml", "").endswith("wordprocessingml.document.main+xml"):
        problems.append("the main part is no document")
    return problems


def _names(data: bytes) -> list[str]:
    with zipfile.ZipFile(BytesIO(data)) as package:
        return package.namelist()


def _part(data: bytes, name: str) -> Element:
    with zipfile.ZipFile(BytesIO(data)) as package:
        return ElementTree.fromstring(package.read(name))


def _xml_parts(data: bytes, ending: str = ".xml") -> Iterator[tuple[str, Element]]:
    for name in _names(data):
        if name.endswith(ending):
            yield name, _part(data, name)


def _tables(data: bytes) -> Iterator[tuple[int, int, int, list[list[Element]]]]:
    """Each table as (its number, its columns, their width, the cells of its rows)."""
    for number, table in enumerate(_part(data, "word/document.xml").iter(f"{_W}tbl"), start=1):
        columns = [int(column.get(f"{_W}w", "0")) for column in table.iter(f"{_W}gridCol")]
        rows = [list(row.iter(f"{_W}tc")) for row in table.iter(f"{_W}tr")]
        yield number, len(columns), sum(columns), rows


def _span(cell: Element) -> int:
    span = cell.find(f"{_W}tcPr/{_W}gridSpan")
    return 1 if span is None else int(span.get(f"{_W}val", "1"))


def _cell_width(cell: Element) -> int:
    width = cell.find(f"{_W}tcPr/{_W}tcW")
    return 0 if width is None else int(width.get(f"{_W}w", "0"))


def _merge(cell: Element) -> str | None:
    merge = cell.find(f"{_W}tcPr/{_W}vMerge")
    return None if merge is None else merge.get(f"{_W}val", "continue")


def _places(cells: list[Element]) -> Iterator[tuple[tuple[int, int], Element]]:
    """The cells of a row, each with its first column and its columns."""
    column = 0
    for cell in cells:
        yield (column, _span(cell)), cell
        column += _span(cell)
