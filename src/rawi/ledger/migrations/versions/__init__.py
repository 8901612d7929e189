"""One module a step; none is changed once a ledger may have it."""
