"""``make reference``: writes the pages of keys and of rules of the copy of the repository in which it stands."""

from __future__ import annotations

import sys

from cchc.reference.making import PAGE, RULE_PAGE, made, made_of_rules

if __name__ == "__main__":
    text, problems = made()
    for problem in problems:
        print(problem, file=sys.stderr)
    if problems:
        raise SystemExit(1)
    PAGE.write_text(text, encoding="utf-8", newline="\n")
    RULE_PAGE.write_text(made_of_rules(), encoding="utf-8", newline="\n")
