"""The values every other room shares. Nothing here imports anything else of ours."""
