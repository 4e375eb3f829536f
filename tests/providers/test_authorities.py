import pytest

from providers.models import LocalAuthority

pytestmark = pytest.mark.django_db

OTHER = {"URN": "900002", "LA (code)": "887", "LA (name)": "Medway"}


def known():
    return dict(LocalAuthority.objects.values_list("code", "name"))


class TestAuthorities:
    def test_take_the_new_name_that_the_register_gives_them(self, take_schools):
        take_schools({}, OTHER)

        outcome = take_schools({"LA (name)": "Kent and Weald"}, OTHER)

        assert [str(change) for change in outcome.changes] == [
            "authority 886: name from Kent to Kent and Weald"
        ]
        assert (outcome.changed, outcome.unchanged) == (1, 2)
        assert known() == {"886": "Kent and Weald", "887": "Medway"}
        events = LocalAuthority.objects.get(code="886").events.order_by("pgh_id")
        assert [event.name for event in events] == ["Kent", "Kent and Weald"]

    def test_keep_their_name_in_a_dry_run(self, take_schools):
        take_schools()

        outcome = take_schools({"LA (name)": "Kent and Weald"}, dry_run=True)

        assert outcome.changed == 1
        assert known() == {"886": "Kent"}

    def test_have_another_code_from_the_day_that_the_register_says_so(self, take_schools):
        take_schools()

        outcome = take_schools({"LA (code)": "961"})

        assert [change.in_words for change in outcome.changes] == [("Kent (886)", "Kent (961)")]
        assert known() == {"886": "Kent", "961": "Kent"}

    def test_have_one_name_in_a_file(self, take_schools):
        outcome = take_schools({}, {"URN": "900002", "LA (name)": "Kent CC"})

        assert known() == {"886": "Kent"}
        assert [(one.line, one.column, one.value) for one in outcome.warnings] == [
            (3, "LA (name)", "Kent CC")
        ]

    def test_are_called_by_their_code_until_a_name_comes(self, take_schools):
        take_schools({"LA (name)": "-"})

        assert known() == {"886": "Local authority 886"}

        take_schools()

        assert known() == {"886": "Kent"}
