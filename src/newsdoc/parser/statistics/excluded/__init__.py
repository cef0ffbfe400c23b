"""Numbers that are no statistics: what tells when, what names, and what counts nothing."""
