"""Every rule of the decree on the form of an act holds for every act that is built."""

import pytest

from tests.form.anatomy import Act
from tests.form.documents import KNOWN
from tests.form.rules import RULES, Rule


@pytest.mark.parametrize("document", KNOWN)
@pytest.mark.parametrize("rule", RULES.values(), ids=RULES.keys())
def test_rule(rule: Rule, document: str, acts: dict[str, Act]) -> None:
    assert rule.violations(acts[document]) == [], f"{rule.clause}: {rule.statement}"
