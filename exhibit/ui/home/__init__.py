"""Home: the title, the promise, and a card for each article."""
