"""Specimen papers: practice ID cards as drawings, pictures and signed scan files.

Nothing drawn here could pass for a real card: no emblem, no flag, no photo, the
word MẪU across it and the practice ribbon along its foot.
"""
