"""Documents of word processors (DOCX): their parts, their styles and numbering, their paragraphs and tables."""
