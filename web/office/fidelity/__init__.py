"""The fidelity ledger, readable by everybody: every simulated rule, its source, what differs."""
