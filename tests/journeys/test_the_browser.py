"""What the journeys stand on: a browser that reaches the hub, and rules that can fail."""

import pytest


class TestBrowser:
    def test_reaches_the_hub_at_a_desk_and_on_a_phone(self, page, phone):
        for window in (page, phone):
            answer = window.goto("/nowhere/")

            assert answer.status in {404, 200}

        assert phone.evaluate("innerWidth") < page.evaluate("innerWidth")

    def test_runs_no_script_where_none_is_wanted(self, no_script):
        no_script.goto(
            "data:text/html,<p>before</p><script>document.body.innerText='after'</script>"
        )

        assert no_script.inner_text("body") == "before"

    def test_sees_what_shuts_people_out(self, page, assert_accessible):
        page.set_content("<html lang=en><title>Good</title><main><h1>Good</h1></main>")
        assert_accessible(page)

        page.set_content("<html lang=en><title>Bad</title><main><img src=x></main>")
        with pytest.raises(AssertionError, match="image-alt"):
            assert_accessible(page)


class TestSmallLinks:
    """As small as a finger may meet, with any font: also where a machine has none of its own."""

    @pytest.mark.parametrize("font", ["0.7rem monospace", "inherit"])
    def test_of_the_footer_are_as_high_as_a_target_must_be(self, phone, font):
        phone.goto("/accounts/sign-in/")
        heights = phone.eval_on_selector_all(
            ".govuk-footer__link",
            "(links, font) => links.map(link => {"
            " if (font !== 'inherit') link.style.font = font;"
            " return link.getBoundingClientRect().height; })",
            font,
        )

        assert len(heights) >= 4
        assert min(heights) >= 24
