# One command each. `make` alone lists them.
#
#   make run     everything a reader needs, then the window
#   make test    everything the gate needs, then the gate

PYTHON ?= python3
BIN := .venv/bin
JOURNEYS := tests/accessibility/test_journeys.py
BENCHMARKS := $(addprefix tests/benchmarks/,settings.py start.py view.py)

.DEFAULT_GOAL := help

.PHONY: help
help:  ## list these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-18s %s\n", $$1, $$2 }' Makefile

.PHONY: setup
setup:  ## make this checkout ready for work: libraries, .venv, fonts
	@$(PYTHON) packaging/set_up.py work

.PHONY: run
run:  ## make it ready for reading, then open the window on the demonstration
	@$(PYTHON) packaging/set_up.py run
	@$(BIN)/accessreader --demo

.PHONY: test
test: setup lint tests corpus conforms  ## the whole gate

# Side by side: those on the screen mostly wait for a screen reader to speak.
.PHONY: tests
tests: setup  ## those which need no screen, and beside them those which need one
	@$(MAKE) --jobs=3 --output-sync=target test-core test-screen test-journeys

.PHONY: lint
lint:  ## style, types, layers, packages
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/deptry src

.PHONY: test-core
test-core:  ## the tests which need no screen, and how much of the core they reach
	$(BIN)/coverage run -m pytest --junitxml=build/outcomes/core.xml
	$(BIN)/coverage report

.PHONY: corpus
corpus: setup  ## how exactly real pages are read and their language is told, where they are there; it may not get worse
	$(BIN)/python tests/benchmarks/corpus.py
	$(BIN)/python tests/benchmarks/languages.py

.PHONY: raise-scores
raise-scores: setup  ## write down what our own pages score, where that has risen
	$(BIN)/python tests/benchmarks/own_pages.py

.PHONY: test-screen
test-screen:  ## the tests which need one: a virtual screen, a bus, the accessibility tree
	packaging/virtual_screen.sh $(BIN)/python -m pytest -m accessibility --junitxml=build/outcomes/screen.xml \
	    --ignore=$(JOURNEYS)

.PHONY: test-journeys
test-journeys:  ## the journeys by keys beside a real screen reader, in three languages
	packaging/virtual_screen.sh $(BIN)/python -m pytest -m accessibility --junitxml=build/outcomes/journeys.xml $(JOURNEYS)

.PHONY: journeys
journeys: setup  ## write down anew what Orca says at the keys of each journey: look at the difference
	packaging/virtual_screen.sh $(BIN)/python tests/accessibility/draw_journeys.py
	packaging/virtual_screen.sh $(BIN)/python tests/accessibility/newcomer.py

.PHONY: storm
storm: setup  ## 100 000 moves, other articles and closings while assistive technology asks: nothing falls over
	packaging/virtual_screen.sh $(BIN)/python tests/accessibility/storm.py

.PHONY: redraw-trees
redraw-trees: setup  ## draw anew how assistive technology sees ten articles and every window, and what Orca says of lists and tables
	packaging/virtual_screen.sh $(BIN)/python tests/accessibility/trees.py
	packaging/virtual_screen.sh $(BIN)/python tests/accessibility/windows.py
	packaging/virtual_screen.sh $(BIN)/python tests/accessibility/structure.py

.PHONY: conforms
conforms:  ## whether the table of conformance is what the tests of the last run have shown
	$(BIN)/python packaging/write_conformance.py --check build/outcomes/*.xml

.PHONY: conformance
conformance:  ## write the table of conformance from the tests of the last run
	$(BIN)/python packaging/write_conformance.py build/outcomes/*.xml

.PHONY: format
format:  ## put the code into its form
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

.PHONY: bench
bench: setup  ## speed and memory of the window, beside Qt's own text view in the same run
	@set -e; for benchmark in $(BENCHMARKS); do echo "$$benchmark"; $(BIN)/python "$$benchmark"; done

.PHONY: bench-assisted
bench-assisted: setup  ## what a screen reader costs: the first painting, another article, a key
	packaging/virtual_screen.sh $(BIN)/python tests/benchmarks/assisted.py

.PHONY: bench-orca
bench-orca: setup  ## how soon Orca speaks after a key
	packaging/virtual_screen.sh $(BIN)/python tests/benchmarks/orca.py

.PHONY: bench-speech
bench-speech: setup build/listener/ready  ## the voice, recorded: how soon, how true, and what it survives
	$(BIN)/python tests/benchmarks/speech_text.py
	PYTHONPATH=build/listener $(BIN)/python tests/benchmarks/voice.py

build/listener/ready:
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --target build/listener pocketsphinx==5.1.1
	touch $@

.PHONY: bench-extraction
bench-extraction: setup build/peers/ready  ## how exactly the article is found, beside other extractors
	$(BIN)/python tests/benchmarks/extraction.py

.PHONY: bench-growth
bench-growth: setup  ## how seconds and memory grow with a page, and what hostile pages take
	$(BIN)/python tests/benchmarks/growth.py
	$(BIN)/python tests/benchmarks/hostile.py

.PHONY: bench-library
bench-library: setup  ## the library with 1 000, 10 000 and 100 000 articles: speed, room, and 500 kills
	$(BIN)/python tests/benchmarks/library.py

build/peers/ready: tests/benchmarks/peers.txt
	$(BIN)/python -m venv --upgrade-deps build/peers
	build/peers/bin/pip install --quiet -r $<
	touch $@

.PHONY: fuzz
fuzz: setup  ## 100 000 damaged pages
	$(BIN)/python tests/fuzz/pages.py --pages 100000

.PHONY: screenshots
screenshots: setup  ## the pictures of the README, made by the program itself
	packaging/make_screenshots.sh

.PHONY: readme
readme: setup  ## the README's tables, from the code
	$(BIN)/python packaging/write_tables.py

.PHONY: messages
messages: setup  ## the catalogues, from the sentences in the code
	$(BIN)/python packaging/collect_messages.py

.PHONY: wheel
wheel: setup  ## a wheel with the fonts in it, in dist/
	$(BIN)/python -m hatchling build --target wheel

.PHONY: clean
clean:  ## throw away what these commands made
	rm -rf .venv build dist .coverage .hypothesis .import_linter_cache
	rm -rf .mypy_cache .pytest_cache .ruff_cache
