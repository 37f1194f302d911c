"""Several people who press at the same moment."""

from collections.abc import Callable
from threading import Barrier, Thread


def at_once(*jobs: Callable[[], object]) -> None:
    """Run the jobs in threads that start together; what one raises, this raises."""
    ready, failed = Barrier(len(jobs)), list[BaseException]()

    def work(job: Callable[[], object]) -> None:
        ready.wait()
        try:
            job()
        except BaseException as error:  # handed to the waiting test
            failed.append(error)

    threads = [Thread(target=work, args=(job,)) for job in jobs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
