"""Tables of typed columns, free of any format and of any plan: what is exported, and what writers of formats take."""
