"""The tests, a package so that benchmarks and helpers run with `python -m`."""
