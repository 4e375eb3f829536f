"""Texts of reminders as administrators word them: no more facts than the hub's own text has."""

import pytest

from nmiss.base.core.wording import NoSuchText, problem_with, read

OWN = read(
    '{% extends "emails/letter.txt" %}{% load vacancies %}\n'
    "{% block subject %}Return of {{ record }}{% endblock %}\n"
    "{% block body %}{% if is_late %}{{ record.a }} was{% elif days %}{{ record.a }} is"
    "{% else %}{{ record.a }}{{ record.today }} is today{% endif %}{{ due_on|day }}"
    "{% if asker %}{{ asker }}{% else %}Nobody{% endif %}"
    '{% for each in every %}{{ each }}{% endfor %}{{ site }}{% url "home:home" %}{% endblock %}\n'
)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Tea",
        "{{ record }} and {{ due_on|day }}",
        "{% if is_late %}Late{% endif %}",
        "{% if asker %}{{ asker }} asks{% endif %}",
        "{{ record.a }}, which is in every branch",
        "{% if is_late %}{% elif days %}{% else %}{{ record.today }}{% endif %}",
        "{% for each in every %}{% if asker %}{{ each }}{% endif %}{% endfor %}",
        '{{ site }}{% url "home:home" %}',
        "{{ record",
    ],
)
def test_may_be_worded_so(text):
    assert problem_with(text, OWN) == ""


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("{{ record.child.name }}", "Take out {{ record.child.name }}: use only the markers"),
        ("{{ record|upper }}", "Take out {{ record|upper }}"),
        ('{% include "base.html" %}', 'Take out {% include "base.html" %}'),
        ("{% endblock %}{% block body %}", "Take out {% endblock %}"),
        ("{% verbatim %}{{ x }}{% endverbatim %}", "Take out {% verbatim %}"),
        ("{# a note #}", "Take out"),
        ("{% %}", "Take out"),
        ("{{ }}", "Take out"),
        ("{{ asker }} asks", "Move {{ asker }} to where it stands"),
        ("{% if asker %}{% else %}{{ asker }}{% endif %}", "Move {{ asker }}"),
        ("{{ record.today }}", "Move {{ record.today }}"),
        ("{{ each }}", "Move {{ each }}"),
        ("{% if is_late %}Late", "Write {% endif %} after if is_late"),
        ("Late{% endif %}", "Write {% endif %} after the marker that it belongs to"),
        ("{% else %}", "Write {% else %} after"),
        ("{% if asker %}{% else %}{% elif days %}{% endif %}", "Write {% elif days %} after"),
        ("{% for each in every %}{% endif %}", "Write {% endif %} after"),
    ],
)
def test_may_not_be_worded_so(text, problem):
    assert problem_with(text, OWN).startswith(problem)


def test_all_markers_are_listed_once():
    assert OWN.markers[:3] == ["{{ record }}", "{% if is_late %}", "{{ record.a }}"]
    assert len(OWN.markers) == len(set(OWN.markers))


def test_another_layout_is_no_text_of_a_reminder():
    with pytest.raises(NoSuchText):
        read("{% block subject %}Tea{% endblock %}")
