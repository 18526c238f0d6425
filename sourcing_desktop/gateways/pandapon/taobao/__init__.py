"""The Taobao side: what each call sends and what its answer becomes. All but `side` is pure."""
