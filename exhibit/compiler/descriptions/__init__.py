"""Compiles what describes the articles: systems, comparisons, computed figures, glossary, timeline."""
