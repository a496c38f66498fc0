"""Documents of old word processors (DOC, RTF) and office files, written anew as the parts of a DOCX and read as one.

What their own formats tell — styles, sizes, tables, lists, notes — is said there in the same words, so that one reader
weighs them all.
"""
