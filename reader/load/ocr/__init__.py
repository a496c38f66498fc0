"""The text of scanned pages and photographs: recognised when it is asked for, kept, and read like that of other pages.

The recognition itself is done by a library that is installed on request. Nothing is fetched: its models lie in it.
"""
