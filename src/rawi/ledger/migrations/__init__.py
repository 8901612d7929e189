"""How the tables of a ledger come to be what `schema` says, step by step."""
