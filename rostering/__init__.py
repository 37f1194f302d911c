"""Duty rosters: somebody able is always at the desk (S0-15, S0-20).

Plain Python that could run on paper: values in, values out; no clock, no chance, no database. What
the screens import:

``calendar``   ``sessions(Period(...))`` gives the half-days to plan, ``slots(sessions, venues)``
               what has to be filled; ``days(period)`` names the days off.
``values``     ``Request`` (people, slots, wishes, frozen shifts …), ``Shift``, ``Roster``, ``Gap``.
``planner``    ``plan(request)`` gives the best ``Roster`` and says whether that is proven. Give
               ``Request.previous`` to change as little as possible, ``frozen`` and ``frozen_days``
               to leave days alone. For a roster with gaps, ``conflict(request, gap)`` gives the
               rules that meet there, ``repairs(request, roster)`` up to three ways out,
               and ``apply(request, repair)`` the request after one was agreed to.
``judging``    ``judge(request, shifts)``: broken rules, gaps and worries of shifts that somebody
               moved by hand or wants to swap.
``fairness``   ``fairness(request, shifts)``: shifts done and due, of people and organisations. A
               ``Load.deviation`` is next period's ``Person.carried``.
``why``        ``why(request, shifts, slot)``: whether each person is available for a slot.
``sentences``  ``Sentences(request)`` puts rules, changes, gaps and answers in Vietnamese.
``province``   ``share_out(plan, requests, processes)`` for many offices at once.
``greedy``     ``fill(request)``: the plain rota that the planner is measured against.
``hours``      when a session begins and ends.
``exchange``   swaps checked against the rules.
``chain``      who is asked to stand in for somebody absent, and until when.
``cover``      how long it took until somebody stood in.
"""
