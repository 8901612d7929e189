"""Reading: from a report's text to its attributions.

The way of a report, each step a module::

    folding → tokens → marks → layout → sentences → cues → clauses → speakers → chain

Nothing here knows a language: every word, letter and ending comes from the
language's folder under `rawi/languages`, through `packs`.
"""
