"""Classes: ``lessons`` planned and led, entry ``slips``, the ``group_debrief`` afterwards."""
