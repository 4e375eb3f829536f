"""What everything stands on: days and money, access, ledger, people, files."""
