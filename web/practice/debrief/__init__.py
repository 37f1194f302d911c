"""The debrief of a finished run: own words before the marks, another try.

``words`` what is signed and in which order · ``models`` its table · ``store`` the questions asked
of it · ``service`` signing.
"""
