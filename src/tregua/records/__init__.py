"""The nouns: one module a record, each knowing only those the data meets before it."""
