"""Files replaced whole: the new content is complete on the disk before it takes the old one's name."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from cchc.diagnostics import Rule, Severity, Wording
from cchc.workspace.causes import SHARING_VIOLATIONS, Cause, cause_of, windows_code
from cchc.workspace.names import BAD_NAME
from cchc.workspace.trouble import WorkspaceError, shown

DENIED = Rule(
    code="W103",
    name="output-not-permitted",
    severity=Severity.ERROR,
    message=Wording("không có quyền ghi {path}", "no permission to write {path}"),
    hint=Wording(
        "đóng tệp nếu đang mở, bỏ thuộc tính chỉ đọc, hoặc chọn thư mục khác bằng --out",
        "close the file if it is open, make it and its folder writable, or choose another folder with --out",
    ),
    reason=Wording(
        "tệp cũ được giữ nguyên cho tới khi ghi được tệp mới trọn vẹn",
        "the old file stays as it is until the new one can be written whole",
    ),
)
FULL = Rule(
    code="W104",
    name="disk-full",
    severity=Severity.ERROR,
    message=Wording("hết chỗ trên đĩa khi ghi {path}", "the disk is full: {path} was not written"),
    hint=Wording(
        "giải phóng dung lượng, hoặc chọn thư mục khác bằng --out",
        "free some space, or choose another folder with --out",
    ),
    reason=Wording(
        "tệp chỉ thay tệp cũ khi đã ghi trọn vẹn; nửa tệp Word thì không mở được",
        "a file takes the old one's place only when it is whole: half a Word file does not open",
    ),
)
TOO_LONG = Rule(
    code="W105",
    name="output-path-too-long",
    severity=Severity.ERROR,
    message=Wording("đường dẫn {path} quá dài ({length} ký tự)", "the path {path} is too long ({length} characters)"),
    hint=Wording(
        "đặt tên kế hoạch ngắn hơn, hoặc chọn thư mục gần gốc ổ đĩa hơn bằng --out (Windows nhận tối đa 259 ký tự)",
        "give the plan a shorter name, or choose a folder nearer to the drive's root with --out (Windows takes 259)",
    ),
    reason=Wording(
        "Windows không mở được đường dẫn dài hơn 259 ký tự", "Windows opens no path of more than 259 characters"
    ),
)
IN_THE_WAY = Rule(
    code="W106",
    name="folder-in-the-way",
    severity=Severity.ERROR,
    message=Wording(
        "không ghi được {path}: ở đó đã có thư mục hoặc tệp khác loại",
        "cannot write {path}: something else stands there",
    ),
    hint=Wording("đổi tên hoặc dời vật cản ấy, hoặc chọn thư mục khác bằng --out", "move it away, or choose --out"),
    reason=Wording(
        "ở chỗ cần ghi có thứ khác; chương trình không xóa thứ nó không tạo ra",
        "something else stands where it would write, and the program deletes nothing that it did not make",
    ),
)
BUSY = Rule(
    code="W107",
    name="output-in-use",
    severity=Severity.ERROR,
    message=Wording("{path} đang bị chương trình khác giữ", "{path} is held by another program"),
    hint=Wording("đóng tệp trong chương trình ấy rồi chạy lại", "close the file there, then run again"),
    reason=Wording(
        "chương trình kia có thể ghi đè bản mới khi đóng tệp",
        "the other program might overwrite the new text when it closes the file",
    ),
)
UNWRITABLE = Rule(
    code="W108",
    name="output-unwritable",
    severity=Severity.ERROR,
    message=Wording("không ghi được {path}: {reason}", "{path} cannot be written: {reason}"),
    hint=Wording("kiểm tra ổ đĩa hoặc mạng, hoặc chọn thư mục khác bằng --out", "check the disk, or choose --out"),
    reason=Wording(
        "không ghi được thì nói ngay, để không ai gửi đi bản cũ",
        "if it cannot be written it is said at once, so that nobody sends the old file",
    ),
)

_RULES = {
    Cause.DENIED: DENIED,
    Cause.FULL: FULL,
    Cause.TOO_LONG: TOO_LONG,
    Cause.FOLDER: IN_THE_WAY,
    Cause.UNDER_A_FILE: IN_THE_WAY,
    Cause.BUSY: BUSY,
    Cause.NOT_DOWNLOADED: BUSY,
}
_WINDOWS_LONGEST = 259
Done = TypeVar("Done")

_PAUSES = (0.05, 0.1, 0.2, 0.4, 0.8)


def replace_whole(path: Path, data: bytes) -> None:
    """Make ``data`` the content of ``path``, or leave everything as it was.

    The mode of an existing file stays; of a symbolic link the target is replaced. Raises WorkspaceError.
    """
    target = Path(os.path.realpath(path))
    with writing(target), written_beside(target, data) as fresh:
        move(fresh, target)


@contextlib.contextmanager
def writing(path: Path) -> Iterator[None]:
    """An OSError met inside, while writing ``path``, becomes a WorkspaceError."""
    try:
        yield
    except OSError as error:
        raise writing_trouble(error, path) from error


@contextlib.contextmanager
def written_beside(target: Path, data: bytes) -> Iterator[Path]:
    """A complete file with ``data`` in the folder of ``target``, with its mode; gone afterwards unless moved.

    Its name is short, so that it fits where ``target`` fits, and ends as synchronisers ignore it. Raises OSError.
    """
    fresh = beside(target)
    try:
        with fresh.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        take_mode(fresh, target)
        yield fresh
    finally:
        # what went wrong before says more than a temporary file that stays
        with contextlib.suppress(OSError):
            fresh.unlink(missing_ok=True)


def beside(target: Path) -> Path:
    """A name in the folder of ``target`` that no file has."""
    return target.with_name(f".cchc-{os.urandom(8).hex()}.tmp")


def take_mode(fresh: Path, target: Path) -> None:
    """Give ``fresh`` the mode of ``target``, where that is there. Raises OSError.

    Refuses a target that is marked read-only, as Windows does: somebody wanted it to stay.
    """
    if not target.exists():
        return
    if target.is_dir():  # Windows would call it a matter of permission
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(target))
    if not target.is_file():  # a device or pipe that a file replaced would be gone from the machine
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target))
    mode = stat.S_IMODE(target.stat().st_mode)
    if not mode & stat.S_IWUSR:
        raise PermissionError(errno.EACCES, "read-only", str(target))
    if mode != stat.S_IMODE(fresh.stat().st_mode):
        fresh.chmod(mode)


def move(source: Path, target: Path) -> None:
    """Give ``source`` the name ``target``, in one step, replacing what is there. Raises OSError."""
    insist(lambda: source.replace(target))


def insist(step: Callable[[], Done]) -> Done:
    """The result of ``step``, tried for 1.5 s while Windows refuses it.

    A virus scanner or a synchroniser holds new files for a moment. Raises the OSError of the last try.
    """
    for pause in _PAUSES:
        try:
            return step()
        except PermissionError as error:
            if windows_code(error) not in SHARING_VIOLATIONS:
                raise
        time.sleep(pause)
    return step()


def writing_trouble(error: OSError, path: Path) -> WorkspaceError:
    """``error``, met while writing ``path``, in words."""
    cause = cause_of(error)
    # Windows says of a path that is too long that it does not exist
    if cause is Cause.MISSING and windows_code(error) is not None and len(str(path)) > _WINDOWS_LONGEST:
        cause = Cause.TOO_LONG
    if isinstance(error, FileExistsError):
        cause = Cause.FOLDER
    if cause is Cause.BAD_NAME:
        reason = error.strerror or str(error)
        return WorkspaceError(BAD_NAME.at(None, name=shown(path), reason_vi=reason, reason_en=reason))
    rule = _RULES.get(cause, UNWRITABLE)
    reason = error.strerror or str(error)
    return WorkspaceError(rule.at(None, path=shown(path), length=len(str(path)), reason=reason))


# The rules of writing speak of --out, which these files do not have.
_HINTS_BESIDE_PLANS = {
    DENIED.code: Wording(
        "xin quyền ghi, bỏ thuộc tính chỉ đọc, hoặc làm ở một thư mục của mình",
        "ask for the right to write, make the file and its folder writable, or work in a folder of your own",
    ),
    FULL.code: Wording("giải phóng dung lượng rồi chạy lại", "free some space, then run again"),
    TOO_LONG.code: Wording("chọn tên hoặc thư mục ngắn hơn", "choose a shorter name or folder"),
    IN_THE_WAY.code: Wording("đổi tên hoặc dời vật cản ấy, hoặc chọn tên khác", "move it away, or choose another name"),
    BAD_NAME.code: Wording(
        "chọn tên khác, chỉ dùng chữ, số, “-”, “_” và “.”, ví dụ 2026",
        "choose another name, with letters, digits, “-”, “_” and “.” only, for example 2026",
    ),
    UNWRITABLE.code: Wording("kiểm tra thư mục, ổ đĩa hoặc mạng rồi chạy lại", "check the folder and the disk"),
}


@contextlib.contextmanager
def beside_plans() -> Iterator[None]:
    """What is met inside tells a way out that fits files without ``--out``."""
    try:
        yield
    except WorkspaceError as error:
        hint = _HINTS_BESIDE_PLANS.get(error.diagnostic.code)
        if hint is None:
            raise
        raise WorkspaceError(error.diagnostic._replace(hint=hint)) from error
