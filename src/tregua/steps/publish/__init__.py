"""What goes out: the report as a page and as a PDF, tables for other tools, and the answer to "why"."""
