# `make run` and `make test` do all of their own set-up, in .venv, and are quick when it is there already.

VENV ?= .venv
ARGS ?=
BIN = $(VENV)/bin

.PHONY: help run test check lock docs man picture bench-startup bench-search clean

help:
	@echo "make run               open reltui on the texts that ship with it (ARGS=\"...\" for arguments)"
	@echo "make test              run the tests (ARGS=\"...\" for pytest)"
	@echo "make check             style, types, import contracts"
	@echo "make docs              write docs/cli.md anew from the commands' own help"
	@echo "make man               write the man page to build/reltui.1 (the same as 'reltui --man')"
	@echo "make picture           write docs/reltui.svg anew from the app itself"
	@echo "make bench-startup     time the first paint and --version beside their yardsticks"
	@echo "make bench-search      measure search at a million passages beside others (some minutes and gigabytes)"
	@echo "make lock              write requirements-dev.lock anew with the newest versions that fit"
	@echo "make clean             remove .venv and everything that was built"

run:
	@tools/venv.sh $(VENV) run
	@$(BIN)/reltui $(ARGS)

# Hashes differ from run to run, so that no test leans on an order that sets do not have; both workers must
# share the seed, and a failure can be had again with it.
test:
	@tools/venv.sh $(VENV) test
	@seed=$${PYTHONHASHSEED:-$$(od -An -N2 -tu2 /dev/urandom | tr -d ' ')}; echo "PYTHONHASHSEED=$$seed"; \
		PYTHONHASHSEED=$$seed $(BIN)/python -m pytest -n 2 -q $(ARGS)

check:
	@tools/venv.sh $(VENV) dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/basedpyright
	$(BIN)/lint-imports

docs:
	@tools/venv.sh $(VENV) run
	$(BIN)/python tools/write_cli_docs.py

man:
	@tools/venv.sh $(VENV) run
	@mkdir -p build
	$(BIN)/reltui --man > build/reltui.1

picture:
	@tools/venv.sh $(VENV) run
	$(BIN)/python tools/picture.py docs/reltui.svg

bench-startup:
	@tools/venv.sh $(VENV) run
	$(BIN)/python -m benchmarks.startup.startup

bench-search:
	@tools/venv.sh $(VENV) run
	$(BIN)/python -m benchmarks.search $(ARGS)

lock:
	tools/lock.sh

clean:
	rm -rf $(VENV) build dist .pytest_cache .ruff_cache .hypothesis .import_linter_cache
