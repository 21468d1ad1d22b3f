# `make build` makes the Word files of the five plans, `make test` runs every check; both install what they need.
# PYTHON names the interpreter, 3.11 or later: `make build PYTHON=python3.12`.

PYTHON ?= python3
SECONDS ?= 600
VENV := .venv
ifeq ($(OS),Windows_NT)
PY := $(VENV)/Scripts/python.exe
else
PY := $(VENV)/bin/python
endif
PIP := $(PY) -m pip --disable-pip-version-check install --quiet

.DEFAULT_GOAL := build
.PHONY: build test lint types layers tests bench bench-many fuzz goldens registry schema reference picture clean help

build: $(VENV)/installed  ## make the Word files of all plans in out/
	@$(PY) -m cchc build

# One check that fails must not hide what the others have to say.
test: $(VENV)/developing  ## run every check: ruff, mypy, import-linter, pytest
	@$(MAKE) --no-print-directory --keep-going lint types layers tests

lint: $(VENV)/developing  ## ruff: style and form of the code
	$(PY) -m ruff check
	$(PY) -m ruff format --check

types: $(VENV)/developing  ## mypy: types, strictly
	$(PY) -m mypy

layers: $(VENV)/developing  ## import-linter: which room may import which
	$(dir $(PY))lint-imports --no-logo

tests: $(VENV)/developing  ## pytest; make tests ARGS="tests/language -x" chooses
	$(PY) -m pytest $(ARGS)

reference: $(VENV)/installed  ## make the pages of keys (plans/) and of rules (cchc/checks/)
	$(PY) -m cchc.reference

fuzz: $(VENV)/developing  ## throw bytes at the loader and the rules; make fuzz SECONDS=600
	$(PIP) --group fuzz
	$(PY) -m tests.fuzzing.fuzz $(SECONDS)

bench: $(VENV)/benching  ## measure beside the alternatives; make bench SIZES=100,1000 or QUICK=1
	$(PY) -m tests.bench $(if $(QUICK),--quick) $(if $(SIZES),--sizes $(SIZES)) $(ARGS)

bench-many: $(VENV)/benching  ## measure thousands of plans; make bench-many PLANS=100
	$(PY) -m tests.bench.many $(if $(PLANS),--plans $(PLANS)) $(ARGS)

goldens: $(VENV)/developing  ## rewrite the golden files with what the tests get
	$(PY) -m pytest --update-goldens $(ARGS)

registry: $(VENV)/installed  ## make the registry's JSON from its YAML
	$(PY) -m cchc.registry.compile

schema: $(VENV)/installed  ## make the JSON schema of plans, for editors
	@$(PY) -m cchc schema -o plans/_schema.json

picture: $(VENV)/installed  ## make the README's pictures of pages (needs LibreOffice, poppler)
	$(PY) -m tests.rendering.picture

# out/ stays: the Word files in it may have been edited by hand.
clean:  ## remove the environment and what tools left behind
	rm -rf $(VENV) dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

help:  ## print this list
	@sed -n 's/^\([a-z]*\):.*## /  make \1\t/p' $(MAKEFILE_LIST) | expand -t 17

# The stamps lie in the environment and go with it. A Python that has been removed from the machine makes all anew.
$(PY):
	@$(PYTHON) -c 'import sys; sys.exit(None if sys.version_info >= (3, 11) else \
	    f"cchc needs Python 3.11 or later, and {sys.executable} is {sys.version.split()[0]}: make PYTHON=python3.12")'
	$(PYTHON) -m venv --clear $(VENV) || { rm -rf $(VENV); exit 1; }

$(VENV)/installed: pyproject.toml $(PY)
	$(PIP) --editable .
	@touch $@

# Only a recent pip knows the dependency groups of pyproject.toml.
$(VENV)/developing: $(VENV)/installed
	$(PIP) --upgrade "pip>=25.1"
	$(PIP) --editable ".[export]" --group dev
	@touch $@

$(VENV)/benching: $(VENV)/installed
	$(PIP) --upgrade "pip>=25.1"
	$(PIP) --group bench
	@touch $@
