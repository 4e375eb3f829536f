"""Addresses of the budget."""

from django.urls import path

from placements.budget.views import budgets, schedules

urlpatterns = [
    path("budget/", budgets.budget, name="budget"),
    path("budget/placements/", budgets.budget_placements, name="budget_placements"),
    path("budget/payments/", budgets.payment_list, name="payment_list"),
    path("budget/schedule/", schedules.payment_schedule, name="payment_schedule"),
    path("budget/schedule/rules/set/", schedules.invoice_rules_set, name="invoice_rules_set"),
    path("budget/set/", budgets.budget_set, name="budget_set"),
    path("budget/deficit/set/", budgets.deficit_set, name="deficit_set"),
]
