"""Following feeds: asked again and again, the pages that they lead to added to the ledger.

`sources` tells what to follow, `crew` fetches for several hosts at a time, `feeds` and `pages` keep
what comes of it, and `follower.Follower` goes round.
"""
