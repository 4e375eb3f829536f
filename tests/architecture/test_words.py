"""How the hub speaks, as far as a machine can hear it: every template, email and string of code."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
APPLICATIONS = ("contracts", "kpis", "nmiss", "placements", "providers")
# A question may begin so, and so does the heading by which GOV.UK says how things go on.
BEGINS_WITH_WHAT = re.compile(r"(?:^|[.!?:] )(What(?! happens next$) [^?.]*)(?=\.|$)")
ENDS_WITH_OF_IT = re.compile(r"\b[^.?!]* of it(?=[.?!]|$)")
TAG = re.compile(
    r"\{#.*?#\}|\{%\s*comment.*?endcomment\s*%\}|<(?:script|style).*?</(?:script|style)>", re.S
)
BETWEEN = re.compile(r"<[^>]*>|\{%.*?%\}", re.S)


def of_templates():
    for path in sorted((ROOT / "templates").rglob("*.*")):
        text = TAG.sub("", path.read_text())
        for piece in BETWEEN.split(text):
            yield path.name, " ".join(piece.split())


def of_code():
    """Every string but those that explain the code."""
    for application in APPLICATIONS:
        for path in sorted((ROOT / application).rglob("*.py")):
            if "migrations" in path.parts:
                continue
            tree = ast.parse(path.read_text())
            explains = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
            for node in ast.walk(tree):
                if (
                    isinstance(node, ast.Constant)
                    and isinstance(node.value, str)
                    and id(node) not in explains
                    and "RAISE EXCEPTION" not in node.value
                ):
                    yield path.name, " ".join(node.value.split())


@pytest.fixture(scope="module")
def sentences():
    return [*of_templates(), *of_code()]


@pytest.mark.parametrize("unsaid", [BEGINS_WITH_WHAT, ENDS_WITH_OF_IT], ids=["what", "of it"])
def test_nobody_would_say(sentences, unsaid):
    found = [f"{name}: {found[0]}" for name, text in sentences if (found := unsaid.search(text))]

    assert len(sentences) > 10_000
    assert found == []
