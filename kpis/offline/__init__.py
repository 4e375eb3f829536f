"""Returns filled in offline: a workbook that goes out, comes back, and lands in the drafts."""
