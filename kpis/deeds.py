"""The words of what is done with indicators, terms and returns."""

from __future__ import annotations

from kpis.models import ConsequenceKind
from nmiss.base.core.deeds import Fact, register, register_facts

register(
    "Indicators and returns",
    {
        "kpis.IndicatorSet.draft": ("began a draft of the", "Indicators drafted"),
        "kpis.IndicatorSet.publish": ("published the", "Indicators published"),
        "kpis.IndicatorSet.discard": (
            "discarded the draft of the",
            "Draft of indicators discarded",
        ),
        "kpis.Indicator.change_indicator": ("changed the indicator", "Indicator changed"),
        "kpis.Indicator.add_indicator": ("added the indicator", "Indicator added"),
        "kpis.Indicator.remove_indicator": ("removed the indicator", "Indicator removed"),
        "write_standings": ("wrote down the standing of schools in", "Standings written"),
        "kpis.Term.add_term": ("added the term", "Term added"),
        "make_returns": ("made the", "Returns made"),
        "kpis.KpiReturn.begin": ("began the", "Return begun"),
        "save_return_section": ("saved a section of the", "Section of a return saved"),
        "report_nothing": (
            "reported nothing in a section of the",
            "Nothing to report in a section",
        ),
        "report_after_all": (
            "took back “nothing to report” in a section of the",
            "Nothing to report taken back",
        ),
        "report_nothing_for": (
            "reported nothing in the empty sections of the",
            "Nothing to report in a return",
        ),
        "repeat_last": (
            "repeated the last period’s figures in the",
            "Figures of the last period repeated",
        ),
        "add_return_evidence": ("added evidence to the", "Evidence of a return added"),
        "remove_return_evidence": ("removed evidence from the", "Evidence of a return removed"),
        "kpis.ReturnWorkbook.upload_workbook": ("uploaded the", "Workbook of returns uploaded"),
        "kpis.ReturnWorkbook.note_entries": ("was read: the", "Workbook of returns read"),
        "kpis.ReturnWorkbook.refuse": ("refused the", "Workbook of returns refused"),
        "kpis.ReturnWorkbook.correct": ("corrected the", "Workbook of returns corrected"),
        "kpis.ReturnWorkbook.take": ("saved the", "Workbook of returns saved"),
        "kpis.ReturnWorkbook.drop": ("discarded the", "Workbook of returns discarded"),
        "download_template": ("downloaded a", "Template of returns downloaded"),
        "take_workbook": (
            "saved figures of a workbook in the",
            "Figures of a workbook saved",
        ),
        "mark_ready": ("marked as ready the", "Return ready to certify"),
        "kpis.KpiReturn.submit": ("certified and sent the", "Return sent"),
        "kpis.KpiReturn.query": ("asked questions about the", "Return queried"),
        "kpis.KpiReturn.accept": ("accepted the", "Return accepted"),
        "kpis.KpiReturn.correct": ("began to correct the", "Correction of a return begun"),
        "kpis.KpiReturn.drop_correction": (
            "discarded the correction of the",
            "Correction of a return discarded",
        ),
        "kpis.KpiReturn.excuse": ("excused a school from the", "School excused from a return"),
        "kpis.KpiReturn.ask_again": ("asked again for the", "Return asked for again"),
        "agree_na": (
            "agreed that a figure is not applicable in the",
            "Not applicable agreed",
        ),
        "contest_rating": ("contested a rating in the", "Rating contested"),
        "answer_contest": (
            "answered about a contested rating in the",
            "Contested rating answered",
        ),
        "extend_return": ("extended the deadline of the", "Deadline of a return extended"),
        "kpis.ReturnRules.set_return_rules": (
            "set when schools send returns, with the",
            "Dates of returns set",
        ),
    },
)
register(
    "Consequences of returns",
    {
        "kpis.Consequence.propose": ("proposed a consequence:", "Consequence proposed"),
        "kpis.Consequence.answer": ("replied about the", "Reply to a consequence"),
        "kpis.Consequence.decide": ("decided about the", "Consequence decided"),
        "kpis.Consequence.drop": ("decided not to pursue the", "Consequence not pursued"),
        "kpis.ConsequenceRules.set_consequence_rules": (
            "set when a consequence is proposed, with the",
            "Rules of consequences set",
        ),
        "kpis.PerformanceDuty.note_duty": ("recorded the", "Duty to perform recorded"),
        "kpis.ImprovementPlan.open_plan": ("opened the", "Improvement plan opened"),
        "kpis.ImprovementPlan.add_action": ("added an action to the", "Action added"),
        "kpis.ImprovementPlan.complete_action": (
            "completed an action of the",
            "Action completed",
        ),
        "add_plan_evidence": ("added evidence to the", "Evidence of a plan added"),
        "kpis.ImprovementPlan.review": ("reviewed the", "Improvement plan reviewed"),
        "kpis.ImprovementPlan.close_plan": ("closed the", "Improvement plan closed"),
        "note_school": ("added a note to", "Visit or concern noted"),
    },
)
register(
    "Imports",
    {
        "import_indicators": ("imported indicators from", "Indicators imported"),
        "import_terms": ("imported terms from", "Terms imported"),
        "import_returns": ("imported returns from", "Returns imported"),
    },
    for_administrators=True,
)
register_facts(
    first_day="First day",
    last_day="Last day",
    write_standings__schools="Schools",
    made="Returns made",
    section="Section",
    sections="Sections",
    take__figures="Figures",
    take_workbook__figures="Figures",
    questions="Questions",
    input="Figure",
    contest_rating__indicator="Indicator",
    answer_contest__indicator="Indicator",
    answer_contest__upheld="Upheld",
    due_on="Deadline",
    due_before="Deadline before",
    due_days="Working days until the deadline",
    first_days="Working days until a first return is refused",
    correct_days="Working days until a correction is refused",
    least_days_in="Days in the DPS from which a school is asked",
    warn_percent="Per cent of change that a school explains",
    propose__grounds="Grounds",
    answer__reply="Reply",
    decide__kind=Fact("Decision", dict(ConsequenceKind.choices)),
    decide__decision="Reasons",
    drop__decision="Reasons",
    note_duty__clause="Clause",
    add_action__words="Action",
    add_action__owner="Owner",
    add_action__due_on="Deadline",
    complete_action__evidence="Evidence",
    review__words="Review",
    close_plan__note="Closing note",
    reds_in_row="Reds in a row",
    missed_in_row="Returns in a row not sent",
    breadth="Indicators red together",
    duration="Periods that each is red",
    reply_days="Working days to reply",
    outside_holidays="Days in the school holidays do not count",
    good_periods="Good periods that close a plan",
)
