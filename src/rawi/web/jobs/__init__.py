"""Work that takes longer than a request: queued, done one after the other, told of as it goes."""
