"""Statements across reports: which are one, who took them from whom, how many origins they have."""
