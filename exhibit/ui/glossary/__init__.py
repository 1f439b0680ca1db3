"""The glossary: every term with its explanation, and where the articles use the open one."""
