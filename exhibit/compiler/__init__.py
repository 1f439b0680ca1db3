"""From content/ to a package: reads what editors wrote, names every mistake with file and line, or builds."""
