"""What an exhibit is: frozen values, standard library only."""
