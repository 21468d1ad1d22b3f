"""SOURCE_DATE_EPOCH is a whole number of seconds or a mistake."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from cchc.workspace.clock import source_date_epoch
from cchc.workspace.trouble import WorkspaceError, is_trouble


@pytest.mark.parametrize("environ", [{}, {"SOURCE_DATE_EPOCH": ""}, {"SOURCE_DATE_EPOCH": " "}])
def test_unset(environ: dict[str, str]) -> None:
    assert source_date_epoch(environ) is None


def test_set() -> None:
    assert source_date_epoch({"SOURCE_DATE_EPOCH": "0"}) == datetime(1970, 1, 1, tzinfo=UTC)
    assert source_date_epoch({"SOURCE_DATE_EPOCH": "1734998400"}) == datetime(2024, 12, 24, tzinfo=UTC)


@pytest.mark.parametrize("value", ["hôm nay", "-1", "1.5", "1e9", "٣", "9" * 12, "9" * 5000])
def test_wrong(value: str) -> None:
    with pytest.raises(WorkspaceError) as raised:
        source_date_epoch({"SOURCE_DATE_EPOCH": value})
    assert is_trouble(raised.value.diagnostic)
