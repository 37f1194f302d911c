"""Role play: one trainee serves, a colleague plays the citizen, and then the other way round.

``service`` start, take the part, swap · ``store`` the questions asked · ``view`` what the pages of
both show. The colleague's own screens: ``citizen_side/brief``.
"""
