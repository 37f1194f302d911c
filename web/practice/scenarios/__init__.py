"""Scenarios the office writes itself, beside those of the package.

``library`` which scenario a run or a unit means · ``form_table``, ``words`` the form ·
``service`` drafts and versions · ``packing`` scenarios as one file.
"""
