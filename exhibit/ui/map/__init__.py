"""The map of the places, or tiles where a package has no map; its source and approval in sight."""
