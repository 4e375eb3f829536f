"""Coming in and going out: allauth's views, and what ours add."""

from __future__ import annotations

from allauth.account import views
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from nmiss.base.accounts import limits

TOO_MANY = 429
# Cookies are taken back one by one: the header would take those of every site of the council, too.
LEFT_BEHIND = '"cache", "storage"'


class SignInPage(views.LoginView):
    """The page to sign in; whoever has to wait is told so by its status, too."""

    def form_invalid(self, form: object) -> HttpResponse:
        response = super().form_invalid(form)
        if getattr(form, "is_waiting", False):
            response.status_code = TOO_MANY
        return response


class SetNewPassword(views.PasswordResetFromKeyView):
    """A new password by a link; whoever tries many links that open nothing waits."""

    def render_to_response(self, context: dict, **options: object) -> HttpResponse:
        if context.get("token_fail"):
            try:
                limits.admit("link", self.request)
            except limits.MustWait as wait:
                context = {"wait": wait.words}
                return TemplateResponse(self.request, "429.html", context, status=TOO_MANY)
        return super().render_to_response(context, **options)


def sign_out(request: HttpRequest) -> HttpResponse:
    """End the session, and have the browser clear what it kept of the hub."""
    response = views.logout(request)
    response["Clear-Site-Data"] = LEFT_BEHIND
    response.delete_cookie(settings.CSRF_COOKIE_NAME, samesite=settings.CSRF_COOKIE_SAMESITE)
    return response
