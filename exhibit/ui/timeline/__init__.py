"""The timeline: every dated event along a line, with how sure its date is."""
