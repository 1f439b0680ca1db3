"""The timeline: every dated event along a line, and how sure its date is."""
