"""Duty rosters: somebody able is always at the desk (S0-15, S0-20).

What this package offers to the screens is pure: values in, values out; no clock, no chance, no
database. Import from these modules:

``calendar``   ``sessions(Period(...))`` gives the half-days to plan, ``slots(sessions, venues)``
               what has to be filled; ``days(period)`` names the days off.
``values``     ``Request`` (people, slots, wishes, frozen turns …), ``Turn``, ``Roster``, ``Gap``.
``planner``    ``plan(request)`` gives the best ``Roster`` and says whether that is proven. Give
               ``Request.previous`` to change as little as possible, ``frozen`` and ``frozen_days``
               to leave days alone. For a roster with gaps, ``conflict(request, gap)`` gives the
               rules that meet there, ``repairs(request)`` up to three ways out, and
               ``apply(request, repair)`` the request after one was agreed to.
``judging``    ``judge(request, turns)``: broken rules, gaps and worries of turns that somebody
               moved by hand or wants to swap.
``fairness``   ``fairness(request, turns)``: turns done and due, of people and organisations. A
               ``Load.deviation`` is next period's ``Person.carried``.
``why``        ``why(request, turns, slot)``: how everybody stands to a slot.
``sentences``  ``Teller(request)`` says rules, changes, gaps and answers in Vietnamese.
``province``   ``plan_all(requests)`` for many offices, on all processors.
``greedy``     ``fill(request)``: the plain rota that the planner is measured against.
"""
