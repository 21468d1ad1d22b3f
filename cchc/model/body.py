"""The body of a plan: numbered sections with their prose and objectives."""

from collections.abc import Iterator
from typing import Annotated, TypeAlias

from pydantic import Discriminator, Field, Tag

from cchc.model.base import LabelExample, Line
from cchc.model.blocks import Block, Prose, Sentence, kind_of_prose
from cchc.model.reforms import Reform
from cchc.model.rows import Table
from cchc.source import KeyPath


class Inset(Block):
    """An item of a section's ``content``: a block, which may hold objectives and a table besides."""

    objectives: Prose | None = Field(
        None, title="Mục tiêu", description="Mỗi đoạn hoặc mục là một mục tiêu; đoạn kết thúc bằng “:” là lời dẫn."
    )
    table: Table | None = Field(None, title="Bảng", description="Một bảng trong phần lời văn.")


SectionPart: TypeAlias = Annotated[
    Annotated[Sentence, Tag("sentence")] | Annotated[Inset, Tag("block")], Discriminator(kind_of_prose)
]


class Section(Inset):
    """A numbered part of the body.

    Prints its title (or the agency whose duties it lists), text, list or content, objectives, table,
    nested sections and closing, in this order.
    """

    content: tuple[SectionPart, ...] | None = Field(
        None,
        title="Nội dung theo thứ tự",
        description="Các khối theo đúng thứ tự viết, kể cả {objectives: …} và {table: …}.",
    )
    title: Line | None = Field(None, title="Tiêu đề", description="Không gõ số thứ tự và không cần gõ chữ hoa.")
    agency: Line | None = Field(
        None, title="Cơ quan", description="Cơ quan có trách nhiệm; in làm tiêu đề khi không có title."
    )
    reform: Reform | None = Field(
        None, title="Nội dung cải cách", description="Khi không đọc được từ tiêu đề: the-che, thu-tuc, bo-may, …"
    )
    sections: tuple["Section", ...] = Field((), title="Mục con", description="Các mục bên trong.")
    numbering: tuple[LabelExample, ...] | None = Field(
        None, title="Cách đánh số", description='Nhãn đầu tiên của từng cấp mục con bên trong, ví dụ ["1.", "a)"].'
    )

    @property
    def heading(self) -> str | None:
        """What prints as the heading: the title, else the agency."""
        return self.title or self.agency


def walk(sections: tuple[Section, ...], path: KeyPath = ("body",)) -> Iterator[tuple[KeyPath, Section]]:
    """Every section of a body with its key path, outer before inner, in printing order."""
    for index, section in enumerate(sections):
        here = (*path, index)
        yield here, section
        yield from walk(section.sections, (*here, "sections"))


def insets(section: Section, path: KeyPath) -> Iterator[tuple[KeyPath, Prose | None, Table | None]]:
    """The objectives and the table of each item of the section's ``content``, then its own, with the holder's path."""
    for index, part in enumerate(section.content or ()):
        if isinstance(part, Inset):
            yield (*path, "content", index), part.objectives, part.table
    yield path, section.objectives, section.table
