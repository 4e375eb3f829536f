"""Fee requests filled in offline: a workbook goes out, comes back, and lands in the draft."""
