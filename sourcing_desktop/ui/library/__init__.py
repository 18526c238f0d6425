"""Everything the buyer has seen: one page of the window, with filters, forgetting and finding by sight."""
