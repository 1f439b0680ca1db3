"""The working systems the articles describe: drawings to touch, and what their parts are."""
