"""The writers and readers, one module a format; none of them knows the parser."""
