"""What an application asks, as data: sections and their questions.

The standard selection questionnaire (PPN 03/24): parts 1 and 2 are asked of everybody, "no
additions/deletions"; part 3 is ours. The award questions come from the evaluation scheme.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum, auto

from contracts.applications.exclusion import DISCRETIONARY, MANDATORY, NONE_APPLIES, chosen_grounds
from providers.models import DOCUMENT_KINDS


class AnswerKind(StrEnum):
    """How a question is answered."""

    TEXT = auto()
    LONG = auto()
    YES_NO = auto()
    CHOICE = auto()
    CHOICES = auto()
    NUMBER = auto()
    MONEY = auto()
    DAY = auto()
    EMAIL = auto()
    TELEPHONE = auto()
    WEBSITE = auto()


YEAR = 365  # accounts, insurance and policies are of a year
YES_NO = (("yes", "Yes"), ("no", "No"))


@dataclass(frozen=True)
class FormQuestion:
    """A question: what it is called in the answers, and how it is asked.

    ``lasts``: for how many days an answer is good in later applications; 0 where it is good until
    something that it rests on changes. ``asked_as``: the words without what is about one applicant,
    by which is known whether a question has changed.
    """

    key: str
    words: str
    kind: AnswerKind = AnswerKind.TEXT
    hint: str = ""
    choices: Sequence[tuple[str, str]] = ()
    word_limit: int = 0
    is_optional: bool = False
    lasts: int = 0
    asked_as: str = ""

    @property
    def options(self) -> Sequence[tuple[str, str]]:
        return YES_NO if self.kind == AnswerKind.YES_NO else self.choices


@dataclass(frozen=True)
class FormSection:
    """A page of the task list."""

    key: str
    title: str
    group: str
    questions: Sequence[FormQuestion] = ()
    lead: str = ""


WHAT, WHO, STANDING, QUALITY, PAPERS = (
    "Lots and schools",
    "Who you are",
    "Selection",
    "Quality",
    "Documents",
)
LOTS, SCHOOLS, SUPPLIER, EXCLUSION = "lots", "schools", "supplier", "exclusion"
DOCUMENTS = "documents"
QUALITY_PREFIX = "quality-"

SUPPLIER_QUESTIONS = (
    FormQuestion("name", "Full name of the organisation that applies"),
    FormQuestion("address", "Registered office address", AnswerKind.LONG, word_limit=100),
    FormQuestion("website", "Website", AnswerKind.WEBSITE, is_optional=True),
    FormQuestion(
        "status",
        "Trading status",
        AnswerKind.CHOICE,
        choices=(
            ("plc", "Public limited company"),
            ("limited", "Limited company"),
            ("llp", "Limited liability partnership"),
            ("partnership", "Other partnership"),
            ("sole_trader", "Sole trader"),
            ("third_sector", "Charity or other third sector body"),
            ("other", "Other"),
        ),
    ),
    FormQuestion("registered_on", "Date of registration", AnswerKind.DAY),
    FormQuestion("company_number", "Company registration number", is_optional=True),
    FormQuestion("charity_number", "Charity registration number", is_optional=True),
    FormQuestion("vat_number", "VAT registration number", is_optional=True),
    FormQuestion(
        "trading_names", "Trading names you will use if you are admitted", is_optional=True
    ),
    FormQuestion(
        "size",
        "Is the organisation a small or medium-sized enterprise?",
        AnswerKind.YES_NO,
        hint="Fewer than 250 staff, and a turnover of at most £44 million.",
    ),
    FormQuestion(
        "controllers",
        "Persons of significant control",
        AnswerKind.LONG,
        hint="Name, country of residence and nature of control of each. Say “none” if there are "
        "none.",
        word_limit=300,
    ),
    FormQuestion("parent", "Immediate and ultimate parent company", is_optional=True),
    FormQuestion(
        "alone", "Do you apply alone, and not for a group or consortium?", AnswerKind.YES_NO
    ),
    FormQuestion(
        "others",
        "Members of the group, and subcontractors that you rely on",
        AnswerKind.LONG,
        hint="Each member and subcontractor answers parts 1 and 2 as well.",
        word_limit=300,
        is_optional=True,
    ),
    FormQuestion("contact", "Name of the person to contact"),
    FormQuestion("contact_email", "Their email address", AnswerKind.EMAIL),
    FormQuestion("contact_telephone", "Their telephone number", AnswerKind.TELEPHONE),
)

EXCLUSION_QUESTIONS = (
    FormQuestion(
        "mandatory",
        "In the last 5 years, has the organisation, a director or a person with control been "
        "convicted of any of these?",
        AnswerKind.CHOICES,
        choices=(*((each.key, each.words) for each in MANDATORY), (NONE_APPLIES, "None of these")),
    ),
    FormQuestion(
        "discretionary",
        "In the last 3 years (5 years under the Procurement Act 2023), has any of these applied to "
        "the organisation?",
        AnswerKind.CHOICES,
        choices=(
            *((each.key, each.words) for each in DISCRETIONARY),
            (NONE_APPLIES, "None of these"),
        ),
    ),
)

INSURANCE_QUESTIONS = (
    FormQuestion(
        "employers", "Employer’s liability", AnswerKind.MONEY, hint="We ask for £10 million."
    ),
    FormQuestion("public", "Public liability", AnswerKind.MONEY, hint="We ask for £10 million."),
    FormQuestion(
        "professional", "Professional indemnity", AnswerKind.MONEY, hint="We ask for £2 million."
    ),
    FormQuestion(
        "raise",
        "If a level is lower, will you raise it before you sign the agreement?",
        AnswerKind.YES_NO,
        is_optional=True,
    ),
    FormQuestion(
        "insurer", "Insurer and policy numbers", AnswerKind.LONG, word_limit=100, lasts=YEAR
    ),
)

SAFEGUARDING_QUESTIONS = (
    FormQuestion(
        "policy_reviewed_on", "Day of the last review of your policy", AnswerKind.DAY, lasts=YEAR
    ),
    FormQuestion("dsl", "Name of the designated safeguarding lead (DSL) of each school"),
    FormQuestion(
        "dsl_trained_on", "Day of the DSL’s last training", AnswerKind.DAY, lasts=2 * YEAR
    ),
    FormQuestion(
        "central_record",
        "Is the single central record complete and up to date at each school?",
        AnswerKind.YES_NO,
    ),
    FormQuestion(
        "dbs",
        "Does everyone who works with children have an enhanced DBS certificate, with the barred "
        "list "
        "checked?",
        AnswerKind.YES_NO,
    ),
    FormQuestion(
        "practice",
        "How do you keep children safe, and how do you know that it works?",
        AnswerKind.LONG,
        word_limit=300,
    ),
)

ACCOUNTS_QUESTIONS = (
    FormQuestion("year_end", "Last day of your last financial year", AnswerKind.DAY, lasts=YEAR),
    FormQuestion("turnover", "Turnover in that year", AnswerKind.MONEY, lasts=YEAR),
    FormQuestion("result", "Was there a surplus or a profit?", AnswerKind.YES_NO, lasts=YEAR),
    FormQuestion("audited", "Are the accounts of the last three years audited?", AnswerKind.YES_NO),
    FormQuestion(
        "going_concern",
        "Is the organisation a going concern for the next 12 months?",
        AnswerKind.YES_NO,
    ),
)

STANDING_QUESTIONS = (
    FormQuestion(
        "registered",
        "Is each school registered with the Department for Education for the ages, sex and number "
        "of pupils that you offer?",
        AnswerKind.YES_NO,
    ),
    FormQuestion(
        "section_41",
        "Is each school approved under section 41 of the Children and Families Act 2014?",
        AnswerKind.CHOICE,
        choices=(("all", "Yes, each"), ("some", "Some of them"), ("none", "None")),
    ),
    FormQuestion("inspected_on", "Day of the last inspection", AnswerKind.DAY),
    FormQuestion("inspection", "Inspectorate and outcome"),
    FormQuestion("standards", "Are all independent school standards met?", AnswerKind.YES_NO),
    FormQuestion("ico", "Registration number with the Information Commissioner (ICO)"),
    FormQuestion(
        "continuity", "Do you have a business continuity plan that you test?", AnswerKind.YES_NO
    ),
    FormQuestion(
        "equality", "Do you have a policy under the Equality Act 2010?", AnswerKind.YES_NO
    ),
    FormQuestion(
        "slavery",
        "Do you take steps against modern slavery, also at your suppliers?",
        AnswerKind.YES_NO,
    ),
)

LOTS_SECTION = FormSection(LOTS, "Lots", WHAT, lead="You may apply for one lot or for several.")
SCHOOLS_SECTION = FormSection(
    SCHOOLS,
    "Schools, needs and places",
    WHAT,
    lead="Choose the schools. For each, enter the needs it can meet and how many places it "
    "offers us. Our facts about a school come from the national register.",
)
FIXED = (
    FormSection(SUPPLIER, "Part 1: supplier information", WHO, SUPPLIER_QUESTIONS),
    FormSection(
        EXCLUSION,
        "Part 2: exclusion grounds",
        WHO,
        EXCLUSION_QUESTIONS,
        lead="A ground does not end your application. Tell us when it was, and what you have done "
        "since to put it right.",
    ),
    FormSection("accounts", "Part 3: accounts", STANDING, ACCOUNTS_QUESTIONS),
    FormSection("insurance", "Part 3: insurance", STANDING, INSURANCE_QUESTIONS),
    FormSection("safeguarding", "Part 3: safeguarding", STANDING, SAFEGUARDING_QUESTIONS),
    FormSection("standing", "Part 3: registration and ability", STANDING, STANDING_QUESTIONS),
)

WORDS_OF_DOCUMENTS = {kind.key: kind.words for kind in DOCUMENT_KINDS}
# What was attached to the answer of an evidence request; never asked for here.
REPLY = "reply"

DECLARATION = (
    "I am authorised to apply for the organisation.",
    "The answers are correct, and nothing that was asked for is left out.",
    "I understand that a false statement can lead to exclusion.",
)


def follow_ups(section: str, answers: dict) -> list[FormQuestion]:
    """The questions that the answers of a section lead to."""
    if section == EXCLUSION:
        return [question for ground in chosen_grounds(answers) for question in _of(ground)]
    return []


def _of(ground: object) -> Iterable[FormQuestion]:
    about = ground.words[0].lower() + ground.words[1:]
    yield FormQuestion(f"{ground.key}_on", f"When was it: {about}?", AnswerKind.DAY)
    yield FormQuestion(
        f"{ground.key}_self_cleaning",
        f"How have you put it right: {about}?",
        AnswerKind.LONG,
        hint="Say how you paid or made good, how you helped to clear it up, and what you changed "
        "so that it does not happen again (self-cleaning).",
        word_limit=500,
    )
