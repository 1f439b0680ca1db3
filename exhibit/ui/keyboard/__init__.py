"""The on-screen keyboard: keys for fingers, for any field; it knows no feature and no session."""
