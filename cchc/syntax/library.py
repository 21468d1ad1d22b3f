"""PyYAML, imported without compiling the patterns that only its Python parser asks for.

That of all characters which YAML may hold takes 57 million instructions alone, 3 % of ``validate``; libyaml's parser
uses none of them. They are compiled when they are used, so nothing else changes.
"""

import re

from cchc.patterns import deferred

_compile = re.compile
re.compile = deferred  # type: ignore[assignment]
try:
    import yaml  # noqa: F401
finally:
    re.compile = _compile
