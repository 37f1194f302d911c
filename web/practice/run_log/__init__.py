"""The run log: who practised what with which result; one page a run; each run told back by steps.

``scope`` whose runs one may see · ``filters`` what was asked for · ``store`` the questions ·
``words`` results in words · ``run_page`` and ``replay`` what those pages show.
"""
