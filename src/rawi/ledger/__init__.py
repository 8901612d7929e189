"""The ledger: reports with what was read in them, kept once, found again."""
