# `make demo` and `make test` set themselves up; nothing else has to be done first.
VENV ?= .venv
BIN := $(VENV)/bin
# The newest Python that will do, whatever it is called here.
PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	if $$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
	echo $$python; break; fi; done)

.PHONY: demo test bench lint generate check-generated clean

demo: $(VENV)/.run
	@$(BIN)/l10n run
	@echo
	@echo "The localized posts are in site/, what translators edit is in locales/."

test: $(VENV)/.test
	$(BIN)/python -m pytest -n auto --dist loadgroup

bench: $(VENV)/.bench
	$(BIN)/python -m benchmarks

lint: $(VENV)/.test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

generate: $(VENV)/.test
	$(BIN)/python -m docs.generate

check-generated: $(VENV)/.test
	$(BIN)/python -m docs.generate --check

clean:
	rm -rf $(VENV) .cache site build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "l10n needs Python 3.11 or newer; none was found." >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run: $(BIN)/python pyproject.toml
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	@touch $@

$(VENV)/.test: $(BIN)/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[test]'
	$(BIN)/python -m tests.judges.examples
	@touch $@ $(VENV)/.run

$(VENV)/.bench: $(VENV)/.test
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[bench]'
	@touch $@
