"""What providers of the demo answer, and what evaluators say of it: strong, fair and weak."""

from __future__ import annotations

from decimal import Decimal

STRONG, FAIR = 7, 4
ANSWERS: dict[int, dict[str, tuple[str, ...]]] = {
    11: {
        "strong": (
            (
                "Every pupil has a baseline in their first six weeks: reading, number, "
                "communication and what they can do alone. Teachers plan from it in three routes, "
                "and each half term a senior teacher compares the work with the baseline. Last "
                "year 84% met the steps that we had set, and we changed the route of the others "
                "within a fortnight."
            ),
            (
                "Our curriculum has four strands, and a pupil may be at a different stage in "
                "each. Subject leads meet on Wednesdays with pupils’ books, and a partner school "
                "moderates our judgements each term. Parents see the same one-page picture as our "
                "governors."
            ),
        ),
        "fair": (
            (
                "Class teachers adapt the national curriculum for each group. Progress is "
                "recorded on our system each term and talked over at the annual review."
            ),
            (
                "We teach in small groups of six and set targets three times a year. Most pupils "
                "meet most of them; we are working on how we measure smaller steps."
            ),
        ),
        "weak": (
            (
                "Lessons are tailored to individual need by experienced staff who know the pupils "
                "well. Progress is kept under review."
            ),
        ),
    },
    12: {
        "strong": (
            (
                "Section F of each plan is entered as hours, by whom and how often, and the "
                "timetable is built on it. Speech and language and occupational therapists are on "
                "our staff. When one is away the hours are made up within the half term, and "
                "parents are told on the day; 97% were delivered last year."
            ),
            (
                "Therapists plan with class teams on Monday and work in lessons as well as alone "
                "with pupils. We keep an agreement with two practices for absences. The therapy "
                "lead reports hours planned and given to governors each month."
            ),
        ),
        "fair": (
            (
                "A speech and language therapist works with us two days a week and writes "
                "programmes that assistants carry out. If she is away, the programmes go on."
            ),
            (
                "We buy therapy from the local trust under a yearly agreement. Sessions that are "
                "lost are put on again where the trust has staff."
            ),
        ),
        "weak": ("We have access to a range of therapists and provide what a plan sets out.",),
    },
    13: {
        "strong": (
            (
                "A worry is written down the same hour, and the designated lead decides within "
                "the day what is done and who is told. Each use of restraint is talked over with "
                "the child, and its causes are looked at monthly: there were 61 two years ago, 38 "
                "last year and 22 this year. Nobody was excluded."
            ),
            (
                "All staff are trained in September and in January, and new staff before their "
                "first day with pupils. Patterns of behaviour are read together by a teacher, a "
                "therapist and the family. Suspensions have fallen from 19 days to six in two "
                "years."
            ),
        ),
        "fair": (
            (
                "Staff report to the safeguarding lead and are trained each year. Behaviour plans "
                "are reviewed each term, and restraint is recorded in a bound book."
            ),
            (
                "Our policy follows statutory guidance. We hold a meeting after each serious "
                "incident and have begun to count incidents by place and time."
            ),
        ),
        "weak": ("We have a safeguarding policy and all staff hold an enhanced DBS check.",),
    },
    14: {
        "strong": (
            (
                "From year 9 each pupil has a morning a week outside school: a shop, a farm, a "
                "college taster. We know where 46 of our last 48 leavers are: 31 in college, nine "
                "in work or training, six in adult day provision. Because two lost their college "
                "place in the first term we now go with each leaver until half term."
            ),
            (
                "Our sixth form teaches travel, money and cooking beside accredited courses, and "
                "each pupil leaves with a film about themselves for the next place. Nine in ten "
                "are still there a year on; we ring them in October and in March."
            ),
        ),
        "fair": (
            (
                "Pupils follow a careers programme from year 10 and most go on to college. Work "
                "experience is found for those who want it."
            ),
            (
                "We prepare pupils for adulthood by life-skills lessons. Destinations are "
                "collected in the summer; we do not yet ask again later."
            ),
        ),
        "weak": ("Our leavers go on to a variety of settings that suit them.",),
    },
    15: {
        "strong": (
            (
                "A named person rings each family on Friday, by a day and time that the family "
                "chose. When a place is at risk we write to the council within two days and meet "
                "within ten; four of five such places were kept last year. Review papers go out "
                "three weeks ahead."
            ),
            (
                "Families have an evening a month with the therapists, and a parents’ group reads "
                "our policies before governors do. We send the council attendance each week and "
                "take part in every annual review, our own head or deputy in the chair."
            ),
        ),
        "fair": (
            (
                "There is a home-school book and a meeting each term. We tell the caseworker when "
                "we are concerned, and send papers for the annual review in time."
            ),
            (
                "Parents can ring at any time and are invited to three open days. Review papers "
                "are mostly sent two weeks before."
            ),
        ),
        "weak": ("We value our partnership with families and with the local authority.",),
    },
    16: {
        "strong": (
            (
                "Nine in ten of our teachers are qualified, and three of ten assistants are "
                "training to be. Turnover was 11% last year. The fee is built from five lines "
                "that we share with you each January, and it falls by 4% where a class is full."
            ),
            (
                "New assistants shadow for two weeks and are mentored for a year. We buy heating, "
                "food and transport with two other schools. The cost of a place, and what a pupil "
                "is given for it, stand side by side on one page."
            ),
        ),
        "fair": (
            (
                "We recruit locally and offer training in autism to all staff. Fees are set each "
                "year by the directors in line with costs."
            ),
            (
                "Staff have an annual appraisal and five training days. Our fees compare well "
                "with those of similar schools."
            ),
        ),
        "weak": ("We employ skilled and caring staff and offer good value for money.",),
    },
}
RATIONALES = {
    "strong": (
        "Says who does what and by when, and gives figures over two years that bear it out.",
        "A full answer with examples; the measure is its own and governors see it.",
    ),
    "fair": (
        "Meets most of the question, but says little of how it is known to work.",
        "A sound routine is described; figures and what was learnt from them are missing.",
    ),
    "weak": (
        "States an intention without saying who does what, when, or with what result.",
        "Repeats the question in other words; there is no example and no figure.",
    ),
}
AGREED = {
    "strong": "Both found the examples and figures convincing, and agreed on how far they go.",
    "fair": "Agreed that the routine is sound and that evidence of its effect is thin.",
    "weak": "Agreed that the answer gives nothing that could be relied on.",
}


def band(score: Decimal | int) -> str:
    """Which kind of answer is worth such a score of ten."""
    if score >= STRONG:
        return "strong"
    return "fair" if score >= FAIR else "weak"


def answer(number: int, score: Decimal | int, *, turn: int = 0) -> str:
    """An answer to an award question that is worth such a score; ``turn`` picks among several."""
    texts = ANSWERS.get(number, ANSWERS[11])[band(score)]
    return texts[turn % len(texts)]


def rationale(score: Decimal | int, *, turn: int) -> str:
    """What an evaluator writes beside such a score."""
    texts = RATIONALES[band(score)]
    return texts[turn % len(texts)]
