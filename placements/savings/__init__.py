"""What decisions on fees saved: the ledger of cost avoidance, its import and its report."""
