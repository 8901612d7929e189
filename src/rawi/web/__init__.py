"""The web page and the REST API: one Litestar application over one ledger.

Loaded by `rawi serve` alone: whoever reads or searches does without.
"""
