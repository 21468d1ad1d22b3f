"""``python -m tests.rendering.picture``: the pictures of pages that the README shows, into plans/pictures."""

from __future__ import annotations

import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.acts.fixtures import PLAN
from tests.rendering.rendered import Rendered, render

PICTURES = PLAN.parent / "pictures"
DOTS_PER_INCH = 75


def main() -> None:
    """Render the plan of 2025 and draw the first page of its decision and of its plan, and a page of its table."""
    with TemporaryDirectory() as folder:
        act = render(PLAN, Path(folder))
        PICTURES.mkdir(exist_ok=True)
        for name, number in _pages(act).items():
            page = ("-f", str(number), "-l", str(number), "-singlefile")
            target = PICTURES / name
            command = ["pdftoppm", "-png", "-gray", "-r", str(DOTS_PER_INCH), *page, str(act.pdf), str(target)]
            subprocess.run(command, check=True)
            print(f"{target}.png")


def _pages(act: Rendered) -> dict[str, int]:
    first_of_plan = len(act.decision) + 1
    first_of_appendix = first_of_plan + len(act.plan)
    return {"decision": 1, "plan": first_of_plan, "appendix": first_of_appendix}


if __name__ == "__main__":
    main()
