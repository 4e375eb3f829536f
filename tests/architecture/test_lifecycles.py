"""docs/lifecycles.md is what the code does."""

import pytest
from django.conf import settings
from django.db import DatabaseError, connection, transaction

from contracts.models import Application, Round
from nmiss.base.core import drawing
from nmiss.base.core.lifecycle import ByItsMoves, moves_of


def test_the_document_is_true():
    drawn = (settings.BASE_DIR / "docs" / "lifecycles.md").read_text(encoding="utf-8")

    assert drawn == drawing.document(), "Run manage.py draw_lifecycles, and look at what changed."


def test_every_lifecycle_is_drawn():
    assert {Application, Round} <= set(drawing.lifecycles())


@pytest.mark.parametrize("model", drawing.lifecycles())
def test_moves_lead_between_statuses_that_there_are(model):
    known = {value for value, _ in model._meta.get_field("status").choices}

    for name, move in moves_of(model).items():
        assert move.sources | {move.target} <= known, name


@pytest.mark.django_db
@pytest.mark.parametrize("model", drawing.lifecycles())
def test_the_database_lets_a_status_go_no_other_way(model):
    """Asked of the very function of its trigger, on a table that nothing else guards."""
    (wall,) = [each for each in model._meta.triggers if isinstance(each, ByItsMoves)]
    known = [value for value, _ in model._meta.get_field("status").choices]
    ways = {(source, move.target) for move in moves_of(model).values() for source in move.sources}

    with connection.cursor() as cursor:
        cursor.execute(f"CREATE TABLE bare AS SELECT * FROM {model._meta.db_table} WITH NO DATA")
        cursor.execute(
            "CREATE TRIGGER of_bare AFTER INSERT OR UPDATE ON bare FOR EACH ROW "
            f"EXECUTE FUNCTION {wall.get_pgid(model)}()"
        )
        found = {
            (source, target)
            for source in known
            for target in known
            if source != target and _goes(cursor, source, target)
        }

    assert found == {way for way in ways | set(wall.also) if way[0] != way[1]}


def _goes(cursor, source, target):
    cursor.execute("DELETE FROM bare")
    cursor.execute("INSERT INTO bare (status) VALUES (%s)", [source])
    try:
        with transaction.atomic():
            cursor.execute("UPDATE bare SET status = %s", [target])
    except DatabaseError as refused:
        return f"No move leads from {source} to {target}." not in str(refused)
    return True


def test_a_round_goes_one_way():
    diagram = drawing.diagram_of(Round)

    assert "  [*] --> planned\n  planned --> open: open\n  open --> closed: close" in diagram
    assert diagram.endswith("  closed --> [*]")
