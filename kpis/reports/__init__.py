"""What returns come to: results by school, indicator and period, and how schools stand."""

from kpis.reports.ratings import Rated, rated_in
from kpis.reports.standings import Standings, standings_in

__all__ = ["Rated", "Standings", "rated_in", "standings_in"]
