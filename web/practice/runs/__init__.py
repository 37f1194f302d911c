"""Practice: choose a scenario, start a run, come back to it, give it up, have it marked.

``runs`` what a run is · ``models`` its table · ``store`` the questions asked of it ·
``service`` what can be done with it · ``pausing`` whether it stands still with its class.
"""
