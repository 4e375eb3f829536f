"""Whatever is written into the ledger has words: its verb, and each field that goes with it."""

import ast
import pathlib

import pytest
from django.apps import apps

from contracts import models as of_contracts
from nmiss.base.core import deeds
from nmiss.base.core.lifecycle import Lifecycle, moves_of
from nmiss.base.importing.outcomes import Outcome

ROOT = pathlib.Path(__file__).resolve().parents[2]
APPLICATIONS = ("nmiss", "providers", "contracts", "placements", "kpis")
NOT_GIVEN = {"by", "before", "after"}


def _recorded():
    """Each verb that the code records by name, with where, and its fields."""
    for application in APPLICATIONS:
        for path in sorted((ROOT / application).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text())):
                if _is_recording(node):
                    yield from _verbs_of(node, f"{path.relative_to(ROOT)}:{node.lineno}")


def _is_recording(node):
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "record"
        and getattr(node.func.value, "id", "") == "AuditEvent"
    )


def _verbs_of(node, where):
    verbs = [each.value for each in ast.walk(node.args[0]) if isinstance(each, ast.Constant)]
    fields = {each.arg for each in node.keywords if each.arg} - NOT_GIVEN
    for each in node.keywords:
        if each.arg in ("before", "after") and isinstance(each.value, ast.Dict):
            fields |= {key.value for key in each.value.keys}
    for verb in (verb for verb in verbs if isinstance(verb, str) and verb):
        yield where, verb, fields


def _moves():
    for model in vars(of_contracts).values():
        if isinstance(model, type) and issubclass(model, Lifecycle):
            for name in moves_of(model):
                yield model._meta.label, name


RECORDED = list(_recorded())
KEYS = {key for topic in deeds.topics() for key in topic.deeds}


def test_there_is_something_to_look_at():
    assert len(RECORDED) > 60
    assert len(list(_moves())) > 10


@pytest.mark.parametrize(("where", "verb", "fields"), RECORDED, ids=[each[0] for each in RECORDED])
def test_each_verb_and_each_field_that_is_recorded_has_words(where, verb, fields):
    assert verb in {key.rpartition(".")[2] for key in KEYS}, f"{where} records {verb}: no words"
    wordless = [name for name in sorted(fields) if deeds.fact_of(name, verb=verb) is None]
    assert wordless == [], f"{where} records {verb} with fields that have no words"


def test_each_move_has_words():
    assert [move for move in _moves() if deeds.deed_of(move[1], move[0]) is None] == []


def test_each_figure_of_an_import_has_words():
    assert [
        n for n in Outcome("x").counts() if deeds.fact_of(n, verb="import_schools") is None
    ] == []


def test_no_two_verbs_are_called_the_same():
    labels = [deed.label for topic in deeds.topics() for deed in topic.deeds.values()]

    assert sorted(labels) == sorted(set(labels))


@pytest.mark.parametrize("model", apps.get_models(), ids=lambda model: model._meta.label)
def test_a_fact_without_words_of_its_own_may_have_the_name_of_whatever_a_record_has(model):
    """Also of rows that point to it from elsewhere, such as the schools of a shortlist."""
    for field in model._meta.get_fields():
        fact = deeds.fact_of(field.name, verb="do")
        has_words = fact and fact.words
        assert has_words or deeds.said(field.name, 1, verb="do", target_type=model._meta.label)
