"""The dates of its room."""

import datetime

from nmiss.base.accounts.key_dates import KeyDate, source
from nmiss.base.accounts.models import Role, User

ADMINISTRATORS = [Role.ADMINISTRATOR]


@source("Day of the swing", roles=ADMINISTRATORS, team=ADMINISTRATORS, who="Us", on_home=True)
def swing_day(wanted):
    about = User.objects.first()
    yield KeyDate(
        wanted.first + datetime.timedelta(days=1), "Day of the swing", "Red", about, "/swings/"
    )
