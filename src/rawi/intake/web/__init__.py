"""The web as a source: guarded fetching, politeness, pages and feeds.

Loaded only where a source is an address of the web.
"""
