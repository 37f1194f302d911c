"""The intranet around practice: ``home``, ``records`` to take away, the ``fidelity`` ledger."""
