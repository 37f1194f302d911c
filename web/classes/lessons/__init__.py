"""The training room: class sessions, who takes part, and the live board that trainers watch.

``classes`` what a class is · ``plan_form`` a plan as typed and understood · ``programme`` what is
practised · ``scope`` whose classes one may see · ``store``, ``members_store``, ``runs_store`` the
questions · ``service`` plan, open, pause, close · ``taking_part`` join and begin · ``helping``
hints and trouble · ``progress`` how far each run is, cached · ``board`` what the board shows.
"""
