"""One name is one thing: no two modules have a class of the same name."""

import ast
from collections import defaultdict

from tests.architecture.test_words import APPLICATIONS, ROOT

# Django finds these by name.
GIVEN = {"Command", "Migration"}


def test_each_class_has_a_name_of_its_own():
    homes = defaultdict(list)
    for application in APPLICATIONS:
        for path in sorted((ROOT / application).rglob("*.py")):
            for node in ast.parse(path.read_text(encoding="utf-8")).body:
                if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                    homes[node.name].append(str(path.relative_to(ROOT)))

    assert len(homes) > 500
    twice = {name: where for name, where in homes.items() if len(where) > 1}
    assert not {name: where for name, where in twice.items() if name not in GIVEN}
