# hamandish. Every target installs what it needs: uv, and with it the locked environment.
.DEFAULT_GOAL := help
SHELL := /bin/bash
ARGS ?=

# A uv that was installed under another Python answers "command not found" although the shell finds it, so it is asked.
UV := $(shell uv --version >/dev/null 2>&1 && echo uv || echo .uv/bin/uv)
RUN := $(UV) run --frozen --no-sync

.PHONY: help demo test check bench install clean

help: ## Show the targets
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

demo: install ## Play a small city on the simulator, then try it yourself (ARGS=--headless plays, checks and ends)
	$(RUN) hamandish demo $(ARGS)

test: install check ## Run all checks and tests
	@$(RUN) python -m tests.browser
	$(RUN) pytest $(ARGS)

check: install ## Style, types, the rooms' arrows, unused dependencies
	$(RUN) ruff check .
	$(RUN) ruff format --check .
	$(RUN) mypy
	$(RUN) lint-imports
	$(RUN) deptry .

bench: install ## Measure speed and memory, as ratios to named peers
	$(RUN) python -m tests.bench $(ARGS)

install: .venv/installed

.venv/installed: uv.lock pyproject.toml .python-version | $(if $(filter uv,$(UV)),,.uv/bin/uv)
	$(UV) sync --frozen
	@touch $@

.uv/bin/uv:
	python3 -m venv .uv
	.uv/bin/pip install --quiet uv

clean: ## Remove what was installed and built
	rm -rf .venv .uv .mypy_cache .ruff_cache .pytest_cache .hypothesis
