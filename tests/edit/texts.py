"""YAML texts as people lay them out: any indentation, quotes, comments, blank lines, line breaks inside sentences."""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

_WORDS = st.sampled_from(
    [
        "Sở Nội vụ",
        "100%",
        "2025",
        "no",
        "a: b",
        "#",
        "-",
        "“Một cửa”",
        "x",
        "chủ trì:",
        "'",
        '"',
        "\\",
        "[1]",
        "đ",
        "~",
        "\xa0",
        "e\u0302\u0301",
    ]
)
_KEYS = st.sampled_from(
    ["id", "title", "text", "lead", "tasks", "groups", "act", "period", "bullets", "on_behalf", "venue", "body", "note"]
)
_COMMENTS = st.sampled_from(["", "", "", "  # chú thích", " # a: b"])
_GAPS = st.lists(st.sampled_from(["", "   ", "# chú thích", "      # sâu", "  # nông: x"]), max_size=2)
_LINES = st.lists(st.sampled_from(["một", "hai: ba", "- bốn", "# năm", "sáu  ", "  bảy", ""]), min_size=1, max_size=4)


@st.composite
def layouts(draw: DrawFn) -> str:
    """The text of a mapping in some layout; not every one is YAML."""
    ends = draw(st.sampled_from(["\n", "\n", "\r\n"]))
    lines = [*draw(_GAPS), *draw(_mappings(0, 3)), *draw(_GAPS)]
    return ends.join(lines) + draw(st.sampled_from(["", ends, ends * 3]))


@st.composite
def _mappings(draw: DrawFn, indent: int, depth: int) -> list[str]:
    lines: list[str] = []
    for key in draw(st.lists(_KEYS, min_size=1, max_size=4, unique=True)):
        lines += draw(_GAPS)
        lines += draw(_valued(f"{' ' * indent}{key}:", indent, depth, in_list=False))
    return lines


@st.composite
def _sequences(draw: DrawFn, indent: int, depth: int) -> list[str]:
    lines: list[str] = []
    for _ in range(draw(st.integers(1, 3))):
        lines += draw(_GAPS)
        lines += draw(_valued(f"{' ' * indent}-", indent, depth, in_list=True))
    return lines


@st.composite
def _valued(draw: DrawFn, opening: str, indent: int, depth: int, in_list: bool) -> list[str]:
    """The lines of a key or dash with its value."""
    kind = draw(st.sampled_from(["scalar", "scalar", "block", "flow", "null", "mapping", "sequence"]))
    further = indent + draw(st.integers(1, 4))
    if kind in ("mapping", "sequence") and depth == 0:
        kind = "scalar"
    match kind:
        case "scalar":
            return draw(_scalars(opening, further))
        case "block":
            header = draw(st.sampled_from(["|", ">", "|-", ">+", "|2", ">-  # chú thích"]))
            return [f"{opening} {header}", *(" " * further + line if line else "" for line in draw(_LINES))]
        case "flow":
            return [opening + draw(st.sampled_from([" []", ' ["một hai", ba]', " {a: 1,  b: x}", " [a,"]))]
        case "null":
            return [opening + draw(st.sampled_from(["", " ~", " &x", " &y"])) + draw(_COMMENTS)]
        case "mapping":
            inner = draw(_mappings(further, depth - 1))
        case _:
            inner = draw(_sequences(further if in_list or draw(st.booleans()) else indent, depth - 1))
    if in_list and draw(st.booleans()) and not inner[0].lstrip().startswith("#") and inner[0].strip():
        space = len(inner[0]) - len(inner[0].lstrip()) - len(opening)
        return [opening + " " * space + inner[0].lstrip(), *inner[1:]] if space > 0 else [opening, *inner]
    return [opening + draw(_COMMENTS), *inner]


@st.composite
def _scalars(draw: DrawFn, opening: str, further: int) -> list[str]:
    words = draw(st.lists(_WORDS, min_size=1, max_size=3))
    joint = draw(st.sampled_from([" ", " ", "\n" + " " * further, "\n\n" + " " * further]))
    text = joint.join(words)
    match draw(st.sampled_from(["plain", "single", "double"])):
        case "single":
            text = "'" + text.replace("'", "''") + "'"
        case "double":
            text = '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
    before = draw(st.sampled_from([" ", " ", "   ", "\n" + " " * further, "\t"]))
    return (opening + before + text + draw(_COMMENTS)).split("\n")
