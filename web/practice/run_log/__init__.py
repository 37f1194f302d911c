"""The run log: who practised what with which result.

``scope`` whose runs one may see · ``filters`` what was asked for · ``search`` names and titles ·
``store`` the questions · ``listing`` the page · ``words`` results in words.
"""
