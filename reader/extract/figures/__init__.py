"""The figures of an issue: every number with a meaning."""
