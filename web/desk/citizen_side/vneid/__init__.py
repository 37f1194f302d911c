"""The pretend VNeID on the citizen's telephone.

``front`` which screen is in front · ``screens`` showing it and answering a step ·
``registration_routes``, ``activation_routes``, ``sign_in_routes``, ``wallet_routes``,
``portal_routes`` what can be pressed, by task.
"""
