# Everything happens inside this folder: the environment is .venv, the demo's files are in demo/.
#
#   make demo    read the bundled reports, then serve them       make bench   speed, memory, scores
#   make test    format, lint, types, tests                       make lock    pin the dependencies anew
#   make venv    the environment with the goodoffices command     make clean   take it all away again

VENV ?= .venv
PYTHON ?= python3

bin := $(VENV)/bin
pip := @$(bin)/python -m pip install -qq --disable-pip-version-check
pin := $(bin)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
       --no-emit-index-url --no-header --no-annotate

# Several threads of linear algebra in one small model slow each other down.
export OMP_NUM_THREADS := 1
export OPENBLAS_NUM_THREADS := 1

.DEFAULT_GOAL := venv
.PHONY: venv demo test bench lock clean

venv: $(VENV)/.run

$(bin)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed")'
	@echo "setting up $(VENV); this takes a minute, once"
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.run: requirements/run.txt pyproject.toml src/goodoffices/__init__.py hatch_build.py frontend/package-lock.json | $(bin)/python
	$(pip) --require-hashes -r requirements/run.txt
	$(pip) --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.dev: requirements/dev.txt $(VENV)/.run
	$(pip) --require-hashes -r requirements/dev.txt
	@touch $@

$(VENV)/.bench: requirements/bench.txt $(VENV)/.run
	$(pip) --require-hashes -r requirements/bench.txt
	@touch $@

$(VENV)/.lock: requirements/lock.txt | $(bin)/python
	$(pip) --require-hashes -r requirements/lock.txt
	@touch $@

demo: venv
	@$(bin)/goodoffices demo $$([ -t 0 ] && [ -t 1 ] || echo --no-serve)

test: $(VENV)/.dev
	$(bin)/ruff format --check --quiet .
	$(bin)/ruff check --quiet .
	$(bin)/mypy
	$(bin)/goodoffices check
	$(bin)/python -m pytest --quiet

bench: $(VENV)/.bench
	$(bin)/python -m benchmarks.bench $(ARGS)

lock: $(VENV)/.lock
	$(pin) --output-file requirements/run.txt pyproject.toml requirements/build.in
	$(pin) --output-file requirements/dev.txt --constraint requirements/run.txt --extra dev pyproject.toml requirements/build.in
	$(pin) --output-file requirements/bench.txt --constraint requirements/run.txt --extra bench pyproject.toml requirements/build.in
	$(pin) --output-file requirements/lock.txt requirements/lock.in

clean:
	rm -rf $(VENV) demo build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis
