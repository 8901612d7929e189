"""Reports shown: as JSON Lines, on a terminal, in a notebook."""
