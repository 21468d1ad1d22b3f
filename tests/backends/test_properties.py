"""What a file says of itself."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from io import BytesIO
from xml.etree import ElementTree

import docx
import pytest

from cchc.backends.docx.properties import Properties
from cchc.backends.docx.writer import write
from tests.backends import demo
from tests.backends.packages import parts_of
from tests.backends.sheet import SHEET

DOCUMENT = demo.document(tasks=1, length=1)


def test_title_author_and_time() -> None:
    properties = Properties("Kế hoạch <2025> & hơn", "Sở Nội vụ", datetime(2024, 12, 30, 8, 5, tzinfo=UTC))
    core = docx.Document(BytesIO(write(DOCUMENT, SHEET, properties))).core_properties
    assert core.title == "Kế hoạch <2025> & hơn"
    assert core.author == core.last_modified_by == "Sở Nội vụ"
    assert core.created == core.modified == datetime(2024, 12, 30, 8, 5, tzinfo=UTC)
    assert core.language == "vi-VN"


def test_digests_are_custom_properties() -> None:
    custom = ElementTree.fromstring(parts_of(demo.file(tasks=1, length=1))["docProps/custom.xml"])
    values = {entry.get("name"): entry[0].text for entry in custom}
    assert values["cchc-plan"] == "a" * 64
    assert values["cchc-templates"] == "b" * 64
    assert list(values) == ["cchc-plan", "cchc-templates", "cchc-seal"]


@pytest.mark.parametrize(
    "time",
    [datetime(2024, 12, 30), datetime(2024, 12, 30, tzinfo=timezone(timedelta(hours=7)))],
)
def test_a_time_outside_utc_is_refused(time: datetime) -> None:
    with pytest.raises(ValueError, match="must be in UTC"):
        write(DOCUMENT, SHEET, replace(demo.PROPERTIES, created=time))


def test_a_name_that_the_seal_has_is_refused() -> None:
    with pytest.raises(ValueError, match="seal"):
        write(DOCUMENT, SHEET, replace(demo.PROPERTIES, digests={"seal": "x"}))
