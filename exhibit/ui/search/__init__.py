"""The search: its field, its page, the find bar over the text, and the strip of completions."""
