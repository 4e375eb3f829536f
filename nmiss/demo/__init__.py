"""The demo county: a made-up county whose figures are those of decision report 25/00007."""
