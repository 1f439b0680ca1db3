"""The values that an exhibit consists of: frozen, and without any library but the standard one."""
