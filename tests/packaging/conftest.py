"""The Word file of plans/2025.yaml from the checkout, made once for all tests of this folder."""

from __future__ import annotations

import pytest

from tests.acts.fixtures import PLAN, ROOT
from tests.packaging.program import build


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The bytes of out/2025.docx."""
    return build(PLAN, tmp_path_factory.mktemp("out"), cwd=ROOT)
