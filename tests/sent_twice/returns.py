"""The forms of returns, each sent twice."""

from dataclasses import replace

from django.core.files.uploadedfile import SimpleUploadedFile

from kpis.models import ReturnWorkbook
from kpis.offline import checking, entries
from tests.sent_twice.sendings import Sending, day

RETURN_RULES = {
    **{"valid_from": "2099-01-01", "due_days": "10", "first_days": "30", "correct_days": "60"},
    **{"least_days_in": "28", "warn_percent": "20", "differ_percent": "0"},
    **{"remind_before": "10, 5", "remind_after": "1", "owner_after": "5", "council_after": "10"},
}
SECTION = {
    **{"value_attended": "80", "value_possible": "100", "revision": "0"},
    **{"comment": "As in our register."},
}


def _of(name):
    """Have the address name the return that the access table has for it."""

    def first(world):
        world.named |= world.named.get(f"kpis:{name}", {})

    return first


def _on_return(name, who, *more, given=None):
    return Sending("kpis", who, ("kpi_return", *more), given or {}, first=_of(name))


def _a_return(world):
    return {"returns": [str(world["kpis:return_section"]["kpi_return"])]}


def _a_table(world):
    return {"file": SimpleUploadedFile("return.csv", b"School URN,Value\r\n900001,1\r\n")}


def _without_faults(world):
    """The workbook of the access table, corrected; the digest of what it changes."""
    workbook = ReturnWorkbook.objects.get()
    right = [replace(each, value="80") for each in entries.from_data(workbook.entries)]
    workbook.correct(by=world.editor, entries=entries.as_data(right))


def _as_it_was_seen(world):
    typed = entries.from_data(ReturnWorkbook.objects.get().entries)
    return {"seen": checking.check(typed, by=world.editor).digest()}


WHY = {"reason": "The school was flooded."}
RETURNS = {
    "kpis:return_rules": Sending("plain", "manager", given=RETURN_RULES),
    "kpis:return_nothing": Sending("kpis", "editor", given=_a_return),
    "kpis:workbook_list": Sending("kpis", "editor", given=_a_table),
    "kpis:workbook_detail": Sending(
        *("kpis", "editor", ("workbook",), _as_it_was_seen), first=_without_faults
    ),
    "kpis:workbook_correct": Sending("kpis", "editor", ("workbook",), {"value_2": "80"}),
    "kpis:workbook_discard": Sending("kpis", "editor", ("workbook",)),
    "kpis:return_section": _on_return("return_section", "editor", "place", given=SECTION),
    **{
        f"kpis:{name}": _on_return(name, "editor", "place")
        for name in (
            "return_section_nothing",
            "return_section_after_all",
            "return_section_repeat",
        )
    },
    "kpis:return_evidence_remove": _on_return("return_evidence_remove", "editor", "evidence"),
    "kpis:return_ready": _on_return("return_ready", "editor"),
    "kpis:return_certify": _on_return("return_certify", "owner", given={"is_right": "on"}),
    "kpis:return_correct": _on_return("return_correct", "editor"),
    "kpis:return_correct_drop": _on_return("return_correct_drop", "editor"),
    "kpis:review_query": _on_return(
        "review_query", "officer", given={"question_1": "Why is attendance so low?"}
    ),
    "kpis:review_accept": _on_return("review_accept", "officer"),
    "kpis:review_agree": _on_return("review_agree", "officer", "figure"),
    "kpis:rating_contest": _on_return(
        "rating_contest", "editor", given={"rating": "1", "reason": "No."}
    ),
    "kpis:contest_answer": Sending(
        "kpis", "manager", ("contest",), {"decision": "upheld", "words": "So."}
    ),
    "kpis:review_extend": _on_return("review_extend", "officer", given=WHY | {"due_on": day(40)}),
    "kpis:review_excuse": _on_return("review_excuse", "officer", given=WHY),
    "kpis:review_ask_again": _on_return("review_ask_again", "officer"),
}
