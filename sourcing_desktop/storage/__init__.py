"""What the buyer keeps, on disk. The only importer of SQL; its faults are raised as StorageFailed."""
