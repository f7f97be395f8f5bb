"""The verbs: records in, ``(records, problems)`` out; none knows another."""
