"""The High Needs Block: budget, payments, forecast, and the deficit of the schools grant."""
