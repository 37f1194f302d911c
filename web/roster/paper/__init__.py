"""The published roster as a paper in the layout of Nghị định 30/2020: screen, PDF, Word, Excel.

``content.paper(heading, request, shifts, before)`` says what stands on it; ``pdf``, ``word`` and
``excel`` set it. Pure: the same roster gives the same bytes.
"""
