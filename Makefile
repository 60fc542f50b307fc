# One command each. `make help` lists them.
PYTHON ?= python3
BIN := .venv/bin

.DEFAULT_GOAL := help

.PHONY: setup
setup:  ## make this checkout ready for work: libraries, .venv, fonts
	@$(PYTHON) packaging/set_up.py work
