# Tregua. `make demo` and `make test` each set up what they need; `make help` lists the rest.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
CASE   := examples/syria-2016
INSTALL = $(BIN)/pip install -qq --disable-pip-version-check --require-hashes --no-deps

.DEFAULT_GOAL := help
.PHONY: help demo test check quality fuzz browser bench docs clean

help: ## list the targets
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

demo: $(VENV)/.run ## set up, then make the example's ledger and report
	@$(BIN)/tregua run $(CASE)

test: $(VENV)/.dev ## set up, then run the tests
	@$(BIN)/pytest -n auto

check: $(VENV)/.dev ## lint, types, import contract, core coverage, shape of the code, quality gate
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python benchmarks/shape.py
	@$(MAKE) --no-print-directory quality
	$(BIN)/pytest -n auto --cov --cov-report= -m "not browser and not sessions"
	$(BIN)/coverage report --fail-under=100 \
	  --include="src/tregua/vocabulary/*,src/tregua/records/*,src/tregua/terms/*,src/tregua/steps/*,src/tregua/authored.py,src/tregua/composed.py,src/tregua/parsed.py"

quality: $(VENV)/.dev ## how well claims are read, by language and part; fails below the pinned floors
	@$(BIN)/python -m benchmarks.quality

fuzz: $(VENV)/.dev ## thirty minutes of coverage-guided fuzzing over the reader, all languages
	@$(BIN)/python -m benchmarks.fuzz

browser: $(VENV)/.dev ## look at the report in chromium (needs /usr/bin/chromium)
	@TREGUA_BROWSER=required $(BIN)/pytest -m browser

bench: $(VENV)/.dev ## quality, speed, malformed input, kill -9
	$(BIN)/python -m benchmarks.quality
	$(BIN)/python -m benchmarks.unreported
	$(BIN)/python -m benchmarks.intervals
	$(BIN)/python benchmarks/speed.py
	$(BIN)/python benchmarks/throughput.py
	$(BIN)/python benchmarks/malformed.py
	$(BIN)/python benchmarks/malformed_case.py
	$(BIN)/python benchmarks/kill_nine.py

docs: $(VENV)/.docs ## build the documentation into site/; a warning is an error
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict --quiet

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Tregua needs Python 3.11 or later; set PYTHON=/path/to/python"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { echo "This Python has no venv. On Debian: apt-get install python3-venv"; rm -rf $(VENV); exit 1; }

$(VENV)/.run: requirements/run.txt pyproject.toml | $(VENV)/bin/python
	@echo "Installing into $(VENV) ..."
	@$(INSTALL) -r requirements/run.txt
	@$(BIN)/pip install -qq --disable-pip-version-check --no-build-isolation --no-deps --editable .
	@touch $@

$(VENV)/.dev: requirements/dev.txt $(VENV)/.run
	@echo "Installing the test tools into $(VENV) ..."
	@$(INSTALL) -r requirements/dev.txt
	@touch $@

$(VENV)/.docs: requirements/docs.txt $(VENV)/.run
	@$(INSTALL) -r requirements/docs.txt
	@touch $@

clean: ## remove the environment and everything made
	rm -rf $(VENV) site build dist .mypy_cache .ruff_cache .pytest_cache $(CASE)/out $(CASE)/ledger.db*
