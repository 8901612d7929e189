# Everything that is done with Rawi's source. `make` alone lists it.

PYTHON ?= $(shell for python in python3.11 python3; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && break; done)

VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed

.DEFAULT_GOAL := help
.PHONY: help install demo test check bench quality growth speed wheel soak docs

help:  ## List what there is
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST)

# The lock holds what builds Rawi as well, so nothing is fetched that it does not name.
$(STAMP): requirements.lock pyproject.toml
	@test -n "$(PYTHON)" || { echo "Rawi needs Python 3.11 or later; say where: make PYTHON=…" >&2; exit 1; }
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-input -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-input --no-deps --no-build-isolation -e .
	@touch $@

install: $(STAMP)  ## Make the environment (.venv)

demo: $(STAMP)  ## Read the reports in examples/, and trace their story
	$(BIN)/rawi read examples/
	$(BIN)/rawi demo

test: $(STAMP)  ## Run the tests
	$(BIN)/python -m pytest

check: $(STAMP)  ## Lint, types, the order of imports, the floors of quality
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python benchmarks/quality/check.py
	$(BIN)/python benchmarks/quality/routes.py

bench: quality speed  ## Measure quality and speed

quality: $(STAMP)
	$(BIN)/python benchmarks/quality/check.py --table
	$(BIN)/python benchmarks/quality/routes.py --table

growth: $(STAMP)  ## Measure how tracing grows with 10,000 and 100,000 attributions
	OPENBLAS_NUM_THREADS=1 $(BIN)/python benchmarks/tracing/growth.py 10000 100000

speed: $(STAMP)
	$(BIN)/python benchmarks/speed/run.py

# From the source distribution, so that what is compiled never lies beside the source: Python
# would go on to load it after the source has changed.
wheel: $(STAMP)  ## Build a wheel for this machine, the reader compiled to C (needs a C compiler)
	rm -rf dist
	$(BIN)/python -m hatchling build -t sdist -d dist
	HATCH_BUILD_HOOK_ENABLE_MYPYC=1 $(BIN)/python -m pip wheel --quiet --disable-pip-version-check \
		--no-input --no-deps --wheel-dir dist dist/rawi-*.tar.gz

soak: $(STAMP)  ## Run for long: properties, 20,000 bent inputs a format, 1 GB of WARC, 50 kills
	$(BIN)/python -m pytest --hypothesis-profile=soak -k property tests/test_end_to_end.py
	RAWI_SOAK=20000 $(BIN)/python -m pytest -k soak tests/intake
	OPENBLAS_NUM_THREADS=1 $(BIN)/python benchmarks/tracing/growth.py 100000 1000000
	RAWI_TEST_KILLS=50 .ci/with-postgresql $(BIN)/python -m pytest -k killed tests/ledger

docs: $(STAMP)  ## Run the examples in README and docs again, and put in what they print
	$(BIN)/python docs/refresh.py
