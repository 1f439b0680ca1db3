"""Looking for something: the field, what was found, what is lit in the text, and a keyboard for fingers."""
