# Everything that is done with this project, in one place; `make` alone lists it.
# The work is in scripts/, so that each part can be run, read and tested by itself.

.DEFAULT_GOAL := help
.PHONY: help run test check schemas judges deps doctor format lint build content
.NOTPARALLEL:
MAKEFLAGS += --no-print-directory

# What `make run` and `make test` hand on: make run ARGS="wallet-signup --lang cs"
ARGS ?=

help: ## list what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' Makefile
	@echo
	@echo 'Arguments go on with ARGS: make run ARGS="wallet-signup --lang cs"'

run: ## walk a flow in this terminal (installs what a build needs, builds, starts)
	@scripts/deps.sh
	@# 130 is a walk that was left with Ctrl+C and kept: nothing for make to complain about.
	@scripts/run.sh $(ARGS) || [ $$? -eq 130 ]

test: ## run the tests; the last line is the count
	@scripts/deps.sh
	@scripts/test.sh $(ARGS)

check: lint build content test ## everything a change must pass: lint, build, content, test

lint: ## format, imports, file lengths, words in Swift, traps, and the scripts' own tests
	@scripts/deps.sh
	@scripts/lint.sh

build: ## build everything, tests included; warnings are errors
	@scripts/deps.sh
	@swift build --build-tests

content: ## check the flows and locales, and play all scenarios
	@scripts/deps.sh
	@swift build --product paifang --quiet
	@.build/debug/paifang check --deny warning
	@.build/debug/paifang test --min-coverage 100

schemas: ## write the JSON schemas for editors anew, from the keys that are read
	@scripts/deps.sh
	@swift build --product paifang --quiet
	@for name in flow fields effects scenarios; do .build/debug/paifang check --schema $$name >schemas/$$name.schema.json; done

judges: ## compare with programs that are not Paifang (Python, in .venv)
	@scripts/deps.sh
	@scripts/judges.sh

format: ## write the Swift files in the house format
	@swift format format --in-place --parallel --recursive $(wildcard Package.swift Sources Tests)

deps: ## install the system packages that are missing (packages.txt)
	@scripts/deps.sh

doctor: ## say what this machine has and lacks
	@scripts/doctor.sh
