"""The steps of signing in."""

from __future__ import annotations

from allauth.mfa import stages
from allauth.mfa.base.internal.flows import post_authentication


class AskForSecondFactor(stages.AuthenticateStage):
    """The second step; done already by whoever gave a code together with the password."""

    def handle(self) -> tuple:
        given = getattr(self.request, "second_factor_given", None)
        if given is None or given.user != self.login.user:
            return super().handle()
        post_authentication(self.request, given)
        return None, True
