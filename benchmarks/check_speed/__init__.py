"""How long `l10n check` takes beside pofilter, both as whole processes: cold, warm, one changed."""
