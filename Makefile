# What one can do here; `make help` lists it. Everything lives in .venv, nothing outside is touched,
# except that `make test` may install Debian's headless browser (see tools/browser.sh).

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
UV_COMPILE := $(BIN)/uv pip compile pyproject.toml --quiet --universal --python-version 3.11 \
	--generate-hashes --no-emit-index-url --no-annotate --no-header --extra postgresql

# The tests make a database each and wait for every commit; in memory, where there is room, that is fast.
IN_MEMORY := $(shell [ "$$(df -Pm /dev/shm 2>/dev/null | awk 'NR == 2 { print $$4 }')" -gt 2000 ] 2>/dev/null && echo TMPDIR=/dev/shm)

# Stamps: an installation is repeated only when what it was made from has changed.
RUN_READY := $(VENV)/ready-to-run
TEST_READY := $(VENV)/ready-to-test

.DEFAULT_GOAL := help
.PHONY: help demo test tests lint format types bench shots lock clean

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: $(RUN_READY) ## Install what is needed and open the practice office
	$(BIN)/motcua demo

test: $(TEST_READY) lint types tests ## Install what the tests need, then check everything

tests: $(TEST_READY) ## Run the tests alone; PYTEST_ARGS says which
	$(IN_MEMORY) $(BIN)/pytest -n auto --dist worksteal $(PYTEST_ARGS)

lint: $(TEST_READY) ## Check style, formatting and who may import whom
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports

format: $(TEST_READY) ## Put the code in its usual form
	$(BIN)/ruff check --fix-only .
	$(BIN)/ruff format .

types: $(TEST_READY) ## Check the types
	$(BIN)/mypy

bench: $(TEST_READY) ## Measure against the ceilings and print the table
	$(BIN)/python -m benchmarks

shots: $(TEST_READY) ## Take the screenshots of the user guides again
	$(BIN)/python -m tools.shots

lock: $(TEST_READY) ## Lock the newest allowed libraries, then describe them in THIRD_PARTY.md
	$(UV_COMPILE) --upgrade --group dev --output-file requirements-dev.lock
	$(UV_COMPILE) --group build --constraint requirements-dev.lock --output-file requirements.lock
	$(BIN)/pip install --quiet --require-hashes -r requirements-dev.lock
	$(BIN)/python -m tools.third_party

clean: ## Remove the environment and all caches
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache test-results

$(BIN)/pip:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "motcua needs Python 3.11 or newer: make PYTHON=python3.11 ...")'
	$(PYTHON) -m venv $(VENV)

$(RUN_READY): requirements.lock pyproject.toml | $(BIN)/pip
	$(BIN)/pip install --quiet --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

$(TEST_READY): requirements-dev.lock tools/browser.sh $(RUN_READY)
	$(BIN)/pip install --quiet --require-hashes -r requirements-dev.lock
	tools/browser.sh $(BIN)
	@touch $@
