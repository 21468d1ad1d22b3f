"""The one moment that comes from outside: SOURCE_DATE_EPOCH, for outputs that are the same on every day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

from cchc.diagnostics import Rule, Severity, Wording
from cchc.workspace.trouble import WorkspaceError

VARIABLE = "SOURCE_DATE_EPOCH"

BAD_EPOCH = Rule(
    code="W201",
    name="bad-source-date-epoch",
    severity=Severity.ERROR,
    message=Wording(
        "biến môi trường SOURCE_DATE_EPOCH là “{value}”, không phải số giây kể từ 01/01/1970",
        "the environment variable SOURCE_DATE_EPOCH is “{value}”, not a number of seconds since 1 January 1970",
    ),
    hint=Wording("bỏ biến ấy đi, hoặc ghi một số nguyên", "unset it, or give it a whole number"),
    reason=Wording(
        "ngày ghi trong tệp Word lấy từ biến này; đoán một ngày khác thì hai lần in không giống nhau",
        "the date inside the Word file comes from it; with a guessed one two runs would differ",
    ),
)


def source_date_epoch(environ: Mapping[str, str]) -> datetime | None:
    """The moment (UTC) that SOURCE_DATE_EPOCH names; None where it is unset or empty.

    Raises WorkspaceError for what is no whole number of seconds from 1970 to 9999.
    """
    value = environ.get(VARIABLE, "").strip()
    if not value:
        return None
    # twelve digits reach past the year 9999; more would only cost the time to read them
    if not (value.isascii() and value.isdigit() and len(value) <= 12):
        raise WorkspaceError(BAD_EPOCH.at(None, value=value[:40]))
    try:
        return datetime.fromtimestamp(int(value), UTC)
    except (ValueError, OverflowError, OSError) as error:
        raise WorkspaceError(BAD_EPOCH.at(None, value=value)) from error
