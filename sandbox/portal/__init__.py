"""The details behind ``sandbox/mock_dvc.py``: reading the posted form, the messages it sends."""
