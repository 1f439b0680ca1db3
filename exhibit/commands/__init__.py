"""What `exhibit NAME` does: one module a sub-command, with `configure(parser)` and `run(arguments) -> int`."""
