"""Statements and derivations as the ledger keeps them, and what persons decided about them."""
