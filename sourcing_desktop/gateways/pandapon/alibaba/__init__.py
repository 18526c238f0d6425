"""The 1688 side: what each call sends and what its answer becomes. All but `side` and `marketing` is pure."""
