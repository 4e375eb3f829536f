"""A refusal is worded once: by a rule ``why_not_…`` in ``permissions``, and nowhere else."""

import ast
import pathlib
import re

import pytest
from django.conf import settings

from nmiss.base.core.lifecycle import NotAllowedNow

ROOT = pathlib.Path(__file__).resolve().parents[2]
APPLICATIONS = ("nmiss", "providers", "contracts", "placements", "kpis")
# Where rules are: a module, or a package, ``permissions`` of an application or a room.
CORE = "nmiss/base/core/lifecycle.py"
RULE = re.compile(r"_?(why_not|not_now)(_|$)")
# A field of something registered, which holds a rule and words nothing.
FIELDS = {"why_not"}
LONG = 30  # characters: what is shorter is a part of many sentences


def _modules():
    for application in APPLICATIONS:
        for path in sorted((ROOT / application).rglob("*.py")):
            where = path.relative_to(ROOT).as_posix()
            if "/migrations/" not in where:
                yield where, ast.parse(path.read_text(encoding="utf-8"))


def _has_rules(where):
    return "permissions" in where.removesuffix(".py").split("/")


def faults_in(tree):
    """Where a module that has no rules words a refusal, or lets something else word one."""
    imported = _imported(tree)
    for node in ast.walk(tree):
        if what := _fault(node, tree, imported):
            yield getattr(node, "lineno", 0), what


def _fault(node, tree, imported):
    match node:
        case ast.ClassDef(name=name, bases=bases) if "NotAllowedNow" in map(_name, bases):
            return f"{name} is another NotAllowedNow"
        case ast.Call(func=func) if _name(func) == "NotAllowedNow":
            return "raises NotAllowedNow by itself: stop_if(permissions.why_not_…)"
        case ast.Call(func=func, args=[given]) if _name(func) == "stop_if":
            is_asked = _is_of_a_rule(given, imported, tree)
            return "" if is_asked else "stop_if is given something else than a rule"
        case ast.FunctionDef(name=name) if RULE.match(name) and _words(node):
            return f"{name} belongs into permissions"
        case ast.keyword(arg=str(name), value=value) if RULE.match(name) and _is_worded(value):
            return f"{name} is worded here"
    return ""


def _imported(tree):
    """What the module imports by name, and whether that is ``permissions`` or of it."""
    return {
        each.asname or each.name: each.name == "permissions"
        or (node.module or "").endswith("permissions")
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        for each in node.names
    }


def _is_of_a_rule(given, imported, tree):
    """Whether it is a rule that is asked, or the answer of one that was asked before."""
    if isinstance(given, ast.Name) and given.id not in imported:
        return any(
            _is_of_a_rule(node.value, imported, tree)
            for node in ast.walk(tree)
            if isinstance(node, ast.Assign) and given.id in map(_name, node.targets)
        )
    asked = root = given.func if isinstance(given, ast.Call) else given
    while isinstance(root, ast.Attribute):
        root = root.value
    is_held = isinstance(asked, ast.Attribute) and asked.attr in FIELDS
    return imported.get(_name(root), is_held)


def _words(function):
    """Whether a function returns words of its own."""
    returned = [each for each in ast.walk(function) if isinstance(each, ast.Return)]
    return any(_is_worded(each.value) for each in returned)


def _is_worded(value):
    """Whether an expression has words of its own; the empty string says that nothing is wrong."""
    if value is None:
        return False
    texts = [each.value for each in ast.walk(value) if isinstance(each, ast.Constant)]
    return any(isinstance(text, str) and " " in text for text in texts)


def _name(node):
    return getattr(node, "id", getattr(node, "attr", ""))


def test_nobody_else_words_why_a_move_is_refused():
    faults = [
        f"{where}:{line}: {what}"
        for where, tree in _modules()
        if where != CORE and not _has_rules(where)
        for line, what in faults_in(tree)
    ]

    assert faults == []


@pytest.mark.parametrize(
    "code",
    [
        'raise NotAllowedNow("It is over.")',
        'def verb():\n    stop_if("It is over.")',
        "stop_if(over)",
        'why = "It is over."\nstop_if(why)',
        "class TooLate(NotAllowedNow): pass",
        'def _why_not(row):\n    return "" if row.open else "It is over."',
        'Step("Score", why_not="It is over.")',
        'Step("Score", why_not=f"{it} is over.")',
        "from contracts.evaluation import marking\nstop_if(marking.why_not(row))",
    ],
)
def test_it_would_be_found(code):
    assert list(faults_in(ast.parse(code)))


@pytest.mark.parametrize(
    "code",
    [
        "from contracts.evaluation import permissions\nstop_if(permissions.why_not_open(by, it))",
        "from contracts.evaluation.permissions import why_not_open\nstop_if(why_not_open(by, it))",
        "from a.permissions import why_not_open\nfound = why_not_open(by, it)\nstop_if(found)",
        "stop_if(worked.why_not(record))",
        'Step("Score", why_not=item.why_not)',
    ],
)
def test_what_asks_a_rule_is_let_through(code):
    assert list(faults_in(ast.parse(code))) == []


def _sentences():
    """Every sentence of every rule: the longest part of it that is not filled in."""
    for where, tree in _modules():
        if not _has_rules(where):
            continue
        docs = {ast.get_docstring(node, clean=False) for node in ast.walk(tree) if _may_doc(node)}
        for node in ast.walk(tree):
            is_text = isinstance(node, ast.Constant) and isinstance(node.value, str)
            if is_text and node.value not in docs and len(node.value.strip()) >= LONG:
                yield where, node.value.strip()


def _may_doc(node):
    return isinstance(node, ast.Module | ast.FunctionDef | ast.ClassDef)


def test_no_sentence_of_a_rule_is_written_twice():
    templates = [*pathlib.Path(settings.BASE_DIR, "templates").rglob("*.html")]
    written = {path.relative_to(ROOT).as_posix(): path.read_text() for path in templates}
    written |= {where: ast.unparse(tree) for where, tree in _modules()}
    found = [
        f"{sentence!r} of {where} in {other}"
        for where, sentence in _sentences()
        for other, text in written.items()
        if other != where and sentence in text
    ]

    assert found == []


def test_there_are_rules_to_look_at():
    assert len(list(_sentences())) > 40
    assert NotAllowedNow.__subclasses__() == []
