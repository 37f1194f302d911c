"""For testers: an HTTP client, a pytest plugin and page objects.

``client`` the simulator and its worlds · ``plugin`` fixtures for pytest · ``pages`` page
objects for Playwright · ``selectors.lock.json`` every control by role and accessible name.
"""
