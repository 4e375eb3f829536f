"""Addresses of people and their invitations."""

from django.urls import path

from nmiss.base.accounts.views import invitations, people, proposals, sessions, sign_ins, work

app_name = "accounts"

urlpatterns = [
    path("people/", people.person_list, name="person_list"),
    path("people/invite/", people.person_invite, name="person_invite"),
    path("account/", sign_ins.own_account, name="own_account"),
    path("account/unsent/<uuid:form>/delete/", sign_ins.unsent_delete, name="unsent_delete"),
    path("account/deputy/", work.deputy_name, name="deputy_name"),
    path("account/deputy/<int:pk>/end/", work.deputy_end, name="deputy_end"),
    path("hand-over/<slug:kind>/<int:pk>/", work.record_hand_over, name="record_hand_over"),
    path("people/sign-ins/", sign_ins.sign_in_list, name="sign_in_list"),
    path("people/<int:pk>/", people.person_detail, name="person_detail"),
    path("people/<int:pk>/close/", people.person_close, name="person_close"),
    path("people/<int:pk>/reopen/", people.person_reopen, name="person_reopen"),
    path(
        "people/<int:pk>/second-factor/", people.person_second_factor, name="person_second_factor"
    ),
    path("people/<int:pk>/invite-again/", people.person_invite_again, name="person_invite_again"),
    path("proposals/", proposals.proposal_list, name="proposal_list"),
    path("proposals/<int:pk>/", proposals.proposal_detail, name="proposal_detail"),
    path("proposals/<int:pk>/agree/", proposals.proposal_agree, name="proposal_agree"),
    path("proposals/<int:pk>/decline/", proposals.proposal_decline, name="proposal_decline"),
    path("proposals/<int:pk>/withdraw/", proposals.proposal_withdraw, name="proposal_withdraw"),
    path("stay-signed-in/", sessions.stay_signed_in, name="stay_signed_in"),
    path("invitations/<str:token>/", invitations.invitation_accept, name="invitation_accept"),
]
