"""Who is one person in a ledger, whatever the script: found, counted, and decided by people."""
