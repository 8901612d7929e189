"""How near found attributions come to those that careful readers wrote down.

`files.score_reports` gives the figures, `table.table` lays them out,
`mistakes.mistakes` lists what went wrong, grouped by construction.
"""
