"""Which line of a file is what: found by words and place, as a reader finds it, and never by the names of styles."""

from __future__ import annotations

import re

from tests.form.advances import lines as broken
from tests.form.advances import width
from tests.form.cascade import Letters
from tests.form.documents import Known
from tests.form.word_act import Line, Table, WordAct, WordPart

ENACTING = "QUYẾT ĐỊNH:"
ATTACHED = "(Kèm theo "
RECIPIENTS = "Nơi nhận:"
LABEL = re.compile(r"(?P<part>Phần [IVX]+|Chương [IVX]+)\n|(?:(?P<muc>[IVX]+)\.|(?P<khoan>\d+)\.|(?P<diem>[^\W\d])\)) ")
"""The labels of the decree's scheme at the beginning of a line."""


class MissingError(AssertionError):
    """Something that must stand in the act cannot be found."""


class Act:
    """A built act and what is known of it."""

    def __init__(self, file: WordAct, known: Known) -> None:
        self.file = file
        self.known = known
        self._titles = known.titles()
        wanted = 1 + known.attached + known.appendices
        if len(file.parts) != wanted:
            raise MissingError(f"{len(file.parts)} parts instead of {wanted}")

    # The parts

    @property
    def first(self) -> WordPart:
        """The Quyết định, or the Kế hoạch that is the act itself."""
        return self.file.parts[0]

    @property
    def plan(self) -> WordPart:
        """The part with the text of the Kế hoạch; the decision where an article carries it or there is none."""
        return self.file.parts[1] if self.known.attached else self.file.parts[0]

    @property
    def appendices(self) -> tuple[WordPart, ...]:
        return self.file.parts[1 + self.known.attached :]

    @property
    def headed(self) -> tuple[WordPart, ...]:
        """The parts that begin with a letterhead."""
        return self.file.parts[: 1 + self.known.attached]

    # The letterhead

    def letterhead(self, part: WordPart) -> Table:
        first = part.blocks[0]
        if not isinstance(first, Table) or len(first.rows[0]) != 2:
            raise MissingError("the first page does not begin with two columns")
        return first

    def national_name(self, part: WordPart) -> Line:
        return self.letterhead(part).rows[0][1][0]

    def motto(self, part: WordPart) -> Line:
        return self.letterhead(part).rows[0][1][1]

    def parent(self, part: WordPart) -> list[Line]:
        """The lines of the superior body; none where the act has none above it."""
        return list(self.letterhead(part).rows[0][0][: len(self.known.parent)])

    def issuer(self, part: WordPart) -> list[Line]:
        """The lines of the own name, below that of the superior body."""
        lines = [line for line in self.letterhead(part).rows[0][0] if line.text]
        return lines[len(self.known.parent) :]

    @property
    def number(self) -> Line:
        return _begins(self.letterhead(self.first).column(0), "Số")

    @property
    def place_and_date(self) -> Line:
        return _begins(self.letterhead(self.first).column(1), f"{self.known.place},")

    # The title

    def title(self, part: WordPart) -> list[Line]:
        """The lines below the letterhead, up to the first that is not centred; rules are among them."""
        lines: list[Line] = []
        for block in part.blocks[1:]:
            if isinstance(block, Table) or (block.text and block.setting.align != "center"):
                break
            lines.append(block)
        return lines

    def type_name(self, part: WordPart) -> Line:
        return self.title(part)[0]

    def subject(self, part: WordPart) -> Line:
        return self.title(part)[1]

    @property
    def authority(self) -> Line:
        found = [line for line in self.title(self.first)[2:] if line.text]
        if not found:
            raise MissingError("no authority")
        return found[0]

    @property
    def attached_lines(self) -> list[tuple[WordPart, Line]]:
        """The "Kèm theo" lines with their parts: of the attached plan, then of the appendices."""
        parts = self.file.parts[1:]
        return [(part, _begins(part.lines(), ATTACHED)) for part in parts]

    def appendix_head(self, appendix: WordPart) -> list[Line]:
        """Its name, title and "Kèm theo"; the mark of a draft, of which the decree says nothing, may stand above."""
        lines = appendix.lines()
        start = 1 if self.known.draft and lines[0].text.startswith("DỰ THẢO") else 0
        return lines[start : start + 3]

    # The text

    @property
    def bases(self) -> list[Line]:
        """The paragraphs from the authority to "QUYẾT ĐỊNH:"."""
        lines = _plain(self.first)
        start, end = _index(lines, self.authority.text), _index(lines, ENACTING)
        return lines[start + 1 : end]

    @property
    def enacting(self) -> Line:
        return _begins(self.first.lines(), ENACTING)

    @property
    def articles(self) -> list[Line]:
        """The paragraphs of the articles."""
        lines, carried = self._enacted
        return lines[: carried.start] + lines[carried.stop :]

    @property
    def _enacted(self) -> tuple[list[Line], slice]:
        """The paragraphs below QUYẾT ĐỊNH:, and which of them are the plan that an article carries."""
        lines = _plain(self.first)
        lines = lines[_index(lines, ENACTING) + 1 :]
        if not self.known.carried_by:
            return lines, slice(len(lines), len(lines))
        names = [index for index, line in enumerate(lines) if line.text.startswith("Điều ")]
        return lines, slice(names[self.known.carried_by - 1] + 1, [*names, len(lines)][self.known.carried_by])

    @property
    def body(self) -> list[Line]:
        """The paragraphs of the plan, headings among them; none where a decision has no plan."""
        if self.known.carried_by:
            lines, carried = self._enacted
            return lines[carried]
        if self.known.kind == "decision" and not self.known.attached:
            return []
        lines = _plain(self.plan)
        titles = {id(line) for line in self.title(self.plan) if not LABEL.match(line.text)}
        return [line for line in lines if id(line) not in titles]

    @property
    def prose(self) -> list[Line]:
        """What is set as text: bases, articles and body, without the centred heading of a Phần."""
        own = [*self.bases, *self.articles] if self.known.kind == "decision" else []
        return own + [line for line in self.body if not label_of(line, "part")]

    def labelled(self, kind: str) -> list[Line]:
        """The paragraphs of the body that bear a label of ``kind``: part, muc, khoan or diem."""
        return [line for line in self.body if label_of(line, kind)]

    def is_title(self, line: Line) -> bool:
        """Whether ``line`` is the heading of a section."""
        return LABEL.sub("", line.text, count=1).upper() in self._titles

    # Recipients and signature

    @property
    def signature(self) -> Table:
        tables = [block for block in self.first.blocks if isinstance(block, Table)]
        if len(tables) < 2 or not tables[-1].rows[0][0][0].text.startswith(RECIPIENTS):
            raise MissingError(RECIPIENTS)
        return tables[-1]

    @property
    def recipients_head(self) -> Line:
        return self.signature.rows[0][0][0]

    @property
    def recipients(self) -> list[Line]:
        return list(self.signature.rows[0][0][1:])

    @property
    def capacity(self) -> list[Line]:
        return [line for line in self.signature.rows[0][1] if line.text.strip()][:-1]

    @property
    def signatory(self) -> Line:
        return [line for line in self.signature.rows[0][1] if line.text.strip()][-1]


def rule_under(line: Line, lines: list[Line]) -> float | None:
    """The length of the rule right under ``line``; None where none is."""
    at = next(index for index, other in enumerate(lines) if other is line)
    return lines[at + 1].rule if at + 1 < len(lines) else None


def longest(line: Line) -> float:
    """The width of the longest line that the paragraph makes in its column, in millimetres."""
    letters = one_look(line)
    return max(width(made, letters.size, letters.bold) for made in broken_lines(line))


def broken_lines(line: Line) -> list[str]:
    """The lines that the paragraph makes in its column."""
    letters = one_look(line)
    return broken(line.raw.strip(), letters.size, letters.bold, line.room)


def one_look(line: Line) -> Letters:
    """How the letters of ``line`` look, which must all look the same."""
    if len(line.letters) != 1:
        raise MissingError(f"one look of {line.text!r}")
    return next(iter(line.letters))


def _plain(part: WordPart) -> list[Line]:
    return [block for block in part.blocks if isinstance(block, Line) and block.text]


def label_of(line: Line, kind: str) -> bool:
    """Whether ``line`` begins with a label of ``kind``: part, muc, khoan or diem."""
    found = LABEL.match(line.text)
    return found is not None and found[kind] is not None


def _begins(lines: list[Line], words: str) -> Line:
    found = [line for line in lines if line.text.startswith(words)]
    if len(found) != 1:
        raise MissingError(f"{len(found)} lines begin with {words!r}")
    return found[0]


def _index(lines: list[Line], words: str) -> int:
    return next(index for index, line in enumerate(lines) if line.text == words)
