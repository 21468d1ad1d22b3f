"""Files read whole, with every way in which that fails as a diagnostic."""

from __future__ import annotations

import stat
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from cchc.diagnostics import Rule, Severity, Wording
from cchc.workspace.causes import Cause, cause_of
from cchc.workspace.trouble import WorkspaceError, shown

if TYPE_CHECKING:
    from cchc.workspace.trees import Stored

Place: TypeAlias = "Path | Stored"
"""Where a text is: on the disk, or in a revision of its repository."""

LARGEST = 32 * 1024 * 1024
"""Bytes that a text of this program may have: the largest plan imaginable has a tenth of it."""

MISSING = Rule(
    code="W001",
    name="file-missing",
    severity=Severity.ERROR,
    message=Wording("không có tệp {path}", "there is no file {path}"),
    hint=Wording("kiểm tra lại tên và thư mục của tệp", "check the name and the folder of the file"),
    reason=Wording("không đọc được kế hoạch thì không có gì để kiểm tra", "without the file there is nothing to check"),
)
IS_FOLDER = Rule(
    code="W002",
    name="folder-for-file",
    severity=Severity.ERROR,
    message=Wording("{path} là thư mục, không phải tệp", "{path} is a folder, not a file"),
    hint=Wording("ghi tên một tệp trong thư mục ấy", "name a file in that folder"),
    reason=Wording(
        "kế hoạch là một tệp; từ một thư mục không biết chọn tệp nào",
        "a plan is a file, and a folder does not say which",
    ),
)
DENIED = Rule(
    code="W003",
    name="file-not-permitted",
    severity=Severity.ERROR,
    message=Wording("không có quyền đọc tệp {path}", "no permission to read the file {path}"),
    hint=Wording("xin quyền đọc tệp, hoặc chép tệp về thư mục của mình", "ask for the right to read it, or copy it"),
    reason=Wording(
        "hệ điều hành từ chối, chương trình không vượt quyền",
        "the operating system refuses, and the program does not go around it",
    ),
)
TOO_LARGE = Rule(
    code="W004",
    name="file-too-large",
    severity=Severity.ERROR,
    message=Wording(
        "tệp {path} lớn hơn {limit} MB, không thể là kế hoạch",
        "the file {path} is above {limit} MB: no plan is so large",
    ),
    hint=Wording("kiểm tra xem có chọn nhầm tệp không", "check whether it is the file that you meant"),
    reason=Wording(
        "tệp lớn như vậy là nhầm tệp (ảnh, bản quét); đọc vào chỉ làm treo máy",
        "a file so large is another than was meant (a picture, a scan) and would only exhaust the computer",
    ),
)
NOT_DOWNLOADED = Rule(
    code="W005",
    name="file-not-downloaded",
    severity=Severity.ERROR,
    message=Wording(
        "tệp {path} còn ở trên đám mây, chưa tải về máy", "the file {path} is in the cloud, not on this machine"
    ),
    hint=Wording(
        "mở OneDrive (hoặc iCloud), chọn “Luôn giữ trên thiết bị này” cho tệp, chờ tải xong rồi chạy lại",
        "start OneDrive (or iCloud), choose “Always keep on this device” for the file, wait for it, then run again",
    ),
    reason=Wording(
        "tệp trên đám mây chỉ có tên ở máy này, chưa có nội dung",
        "of a file in the cloud only the name is on this machine",
    ),
)
BUSY = Rule(
    code="W006",
    name="file-in-use",
    severity=Severity.ERROR,
    message=Wording("tệp {path} đang bị chương trình khác giữ", "the file {path} is held by another program"),
    hint=Wording("đóng chương trình đang mở tệp rồi chạy lại", "close the program that has it open, then run again"),
    reason=Wording(
        "chương trình kia có thể đang ghi dở; đọc lúc này được nửa tệp",
        "the other program may be writing it, and half a file would be read",
    ),
)
SPECIAL = Rule(
    code="W007",
    name="not-an-ordinary-file",
    severity=Severity.ERROR,
    message=Wording("{path} không phải là tệp thông thường", "{path} is not an ordinary file"),
    hint=Wording("ghi tên một tệp trên đĩa", "name a file on the disk"),
    reason=Wording(
        "đọc một thiết bị hay đường ống có thể không bao giờ hết", "a device or a pipe may never come to its end"
    ),
)
UNREADABLE = Rule(
    code="W008",
    name="file-unreadable",
    severity=Severity.ERROR,
    message=Wording("không đọc được tệp {path}: {reason}", "the file {path} cannot be read: {reason}"),
    hint=Wording("kiểm tra ổ đĩa hoặc kết nối mạng rồi chạy lại", "check the disk or the network, then run again"),
    reason=Wording(
        "đĩa hoặc mạng báo lỗi; nội dung đọc được có thể thiếu",
        "the disk or the network failed, and what was read may be incomplete",
    ),
)
BINARY = Rule(
    code="W301",
    name="document-for-text",
    severity=Severity.ERROR,
    message=Wording("{path} là tệp {kind}, không phải tệp văn bản YAML", "{path} is a {kind} file, not a text in YAML"),
    hint=Wording(
        "ghi tên tệp kế hoạch (.yaml) mà từ đó tệp này được tạo ra", "name the plan (.yaml) from which it was made"
    ),
    reason=Wording(
        "văn bản Word hay PDF là kết quả; kế hoạch là tệp YAML đã tạo ra nó",
        "a Word file or a PDF is a result; the plan is the YAML from which it was made",
    ),
)

_RULES = {
    Cause.MISSING: MISSING,
    Cause.UNDER_A_FILE: MISSING,
    Cause.FOLDER: IS_FOLDER,
    Cause.DENIED: DENIED,
    Cause.BUSY: BUSY,
    Cause.NOT_DOWNLOADED: NOT_DOWNLOADED,
    Cause.TOO_LONG: MISSING,
    Cause.BAD_NAME: MISSING,
}
_MAGIC = ((b"PK\x03\x04", "Word/Excel/ZIP"), (b"\xd0\xcf\x11\xe0", "Word/Excel 97-2003"), (b"%PDF-", "PDF"))


def read_place(place: Place) -> bytes:
    """The bytes of the text at ``place``. Raises WorkspaceError as ``read_file`` and ``Stored.read`` do."""
    return read_file(place) if isinstance(place, Path) else place.read()


def read_file(path: Path, *, largest: int = LARGEST) -> bytes:
    """The bytes of the text file ``path``.

    Raises WorkspaceError: the file is missing, a folder, not permitted, held by another program, not downloaded from
    the cloud, above ``largest`` bytes, no ordinary file, or a Word, Excel or PDF file in place of a text.
    """
    data = read_bytes(path, largest=largest)
    refuse_documents(data, shown(path))
    return data


def refuse_documents(data: bytes, name: str) -> None:
    """Raises WorkspaceError where ``data``, which messages call ``name``, is a Word, Excel or PDF file."""
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            raise WorkspaceError(BINARY.at(None, path=name, kind=kind))


def read_bytes(path: Path, *, largest: int) -> bytes:
    """The bytes of any ordinary file. Raises WorkspaceError as ``read_file`` does, whatever the file holds."""
    try:
        _refuse_what_is_no_file(path)
        with path.open("rb") as file:
            data = file.read(largest + 1)
    except OSError as error:
        raise reading_trouble(error, path) from error
    if len(data) > largest:
        raise WorkspaceError(TOO_LARGE.at(None, path=shown(path), limit=largest // (1024 * 1024)))
    return data


def size_of(path: Path) -> int:
    """The bytes of the file at ``path``; 0 where it cannot be looked at."""
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _refuse_what_is_no_file(path: Path) -> None:
    """Asked before opening: a named pipe would wait for ever, and Windows calls a folder a matter of permission."""
    mode = path.stat().st_mode
    if stat.S_ISDIR(mode):
        raise WorkspaceError(IS_FOLDER.at(None, path=shown(path)))
    if not stat.S_ISREG(mode):
        raise WorkspaceError(SPECIAL.at(None, path=shown(path)))


def reading_trouble(error: OSError, path: Path) -> WorkspaceError:
    """``error``, met while reading ``path``, in words."""
    rule = _RULES.get(cause_of(error), UNREADABLE)
    return WorkspaceError(rule.at(None, path=shown(path), reason=error.strerror or str(error)))
