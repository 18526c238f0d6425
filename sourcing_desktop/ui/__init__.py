"""What a buyer sees. Qt only: no HTTP, no SQL, no JSON, and no decisions that belong to services."""
