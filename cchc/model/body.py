"""The body of a plan: numbered sections with their prose and objectives."""

from collections.abc import Iterator

from pydantic import Field

from cchc.model.base import LabelExample, Line
from cchc.model.blocks import Block, Prose
from cchc.model.reforms import Reform


class Section(Block):
    """A numbered part of the body.

    Prints its title (or the agency whose duties it lists), text, list or content, objectives, nested
    sections and closing, in this order.
    """

    title: Line | None = Field(None, title="Tiêu đề", description="Không gõ số thứ tự và không cần gõ chữ hoa.")
    agency: Line | None = Field(
        None, title="Cơ quan", description="Cơ quan có trách nhiệm; in làm tiêu đề khi không có title."
    )
    reform: Reform | None = Field(
        None, title="Nội dung cải cách", description="Khi không đọc được từ tiêu đề: the-che, thu-tuc, bo-may, …"
    )
    objectives: Prose | None = Field(
        None, title="Mục tiêu", description="Mỗi đoạn hoặc mục là một mục tiêu; đoạn kết thúc bằng “:” là lời dẫn."
    )
    sections: tuple["Section", ...] = Field((), title="Mục con", description="Các mục bên trong.")
    numbering: tuple[LabelExample, ...] | None = Field(
        None, title="Cách đánh số", description='Nhãn đầu tiên của từng cấp mục con bên trong, ví dụ ["1.", "a)"].'
    )

    @property
    def heading(self) -> str | None:
        """What prints as the heading: the title, else the agency."""
        return self.title or self.agency


def walk(sections: tuple[Section, ...]) -> Iterator[Section]:
    """Every section of a body, outer before inner, in printing order."""
    for section in sections:
        yield section
        yield from walk(section.sections)
