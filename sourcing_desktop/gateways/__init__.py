"""The remote systems, one folder each. The only importer of httpx; raises nothing but the domain's errors."""
