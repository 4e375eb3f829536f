"""Applications: drafts, their content and its seal, submission, receipts, clocks."""
