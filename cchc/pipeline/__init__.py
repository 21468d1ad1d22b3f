"""The order of compilation, and nothing else: which stage follows which, and where a run stops."""
