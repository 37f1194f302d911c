"""Who has mastered what: one's own page, the unit's matrix and figures, papers that say so."""
