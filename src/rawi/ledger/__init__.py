"""The ledger: reports with what was read in them, kept once, found again.

`schema` are the tables, `migrations` how a ledger comes to have them, `dialects` whatever
differs between SQLite and PostgreSQL.  `identity` tells which publication a report is, `packing`
what is stored of it, `writing` puts it there, and `ledger.Ledger` is what others use.
"""
