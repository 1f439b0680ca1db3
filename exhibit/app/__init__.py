"""The application: each way of use as named steps, and what all of them need. Nothing imports it but the commands."""
