"""Scenarios the office writes itself, beside those of the package.

``library`` which scenario a run or a unit means · ``typed``, ``words`` the form ·
``service`` drafts and versions · ``packing`` scenarios as one file.
"""
