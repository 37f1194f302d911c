"""What we practise and how we mark it: scenarios, scoring, debrief.

Plain Python over the sandbox's event log; like the sandbox it could run on paper.
"""
