"""Refunds of the sandbox: who may ask for what, what sellers answer, and what buyers show as proof."""
