"""The tester API: programs make worlds, move their clocks, read their messages, order trouble.

``calls`` one call: gate, reading, answering · ``shapes`` what goes in and out, the models that
both validate and document · ``*_routes`` the calls by subject · ``steps`` what people at the desk
do, by name · ``openapi`` the document made from them · ``gate``, ``limits``, ``quota`` who may
call, how often, and for how many worlds · ``world_context`` the world a call is about ·
``problems`` every refusal · ``pytest_*`` a run as a test that repeats it.
"""
