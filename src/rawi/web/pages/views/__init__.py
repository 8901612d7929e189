"""What pages show, as plain records: pure functions over the records of the library."""
