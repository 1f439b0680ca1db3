# run: open the exhibit · test: run the tests · lint: style, types, contracts, content · bench: figures against peers
# pictures: every screen · wheel: the package for pip · sbom: the list of all parts · lock: newer versions of the parts
# measures: figures about the code · mutants: changes of lines that no test notices · hostile: bad packages in a window
# monkey: random events and many switches on the real window
PYTHON := .venv/bin/python
ifeq ($(shell id -u),0)
.SHELLFLAGS := tools/shell.sh
endif

run: .venv/run
	@$(PYTHON) tools/run.py

test: .venv/dev
	QT_QPA_PLATFORM=offscreen $(PYTHON) -m pytest -n auto --maxprocesses 8 --dist worksteal

lint: .venv/dev
	$(PYTHON) -m ruff check .
	$(PYTHON) -m mypy
	.venv/bin/lint-imports
	$(PYTHON) -m exhibit check --strict content

bench: .venv/dev
	QT_QPA_PLATFORM=offscreen $(PYTHON) -m bench

measures: .venv/dev
	$(PYTHON) -m tools.measures --write docs/architecture.md

mutants: .venv/dev
	$(PYTHON) -m tools.mutants --count 200 --seed 1

hostile: .venv/dev
	$(PYTHON) -m tests.package.hostile_table

monkey: .venv/dev
	$(PYTHON) -m tools.monkey

pictures: .venv/run build/first.exhibit
	$(PYTHON) -m exhibit pictures build/first.exhibit build/pictures
	cp build/pictures/home-hans-1920x1080.png docs/pictures/home.png
	cp build/pictures/figure-hans-1440x900.png docs/pictures/desktop.png
	cp build/pictures/figure-hant-1080x1920.png docs/pictures/portrait.png
	cp build/pictures/dark-1920x1080.png docs/pictures/dark.png
	cp build/pictures/drawing-zhanggong-hans-1920x1080.png docs/pictures/system.png
	cp build/pictures/timeline-hant-1440x900.png docs/pictures/timeline.png
	cp build/pictures/search-hans-1440x900.png docs/pictures/search.png
	cp build/pictures/keyboard-hant-1080x1920.png docs/pictures/keyboard.png

lock: .venv/dev
	sh tools/lock.sh

wheel: .venv/dev
	$(PYTHON) -m pip wheel --quiet --no-deps --only-binary :all: --build-constraint requirements-build.lock --wheel-dir dist .

sbom: .venv/run
	@$(PYTHON) tools/make_sbom.py build/sbom.cdx.json

build/first.exhibit: .venv/run FORCE
	$(PYTHON) -m exhibit build content -o $@

.venv/run: requirements.lock tools/setup.sh tools/setup.py
	@sh tools/setup.sh requirements.lock && touch $@

.venv/dev: requirements-dev.lock tools/setup.sh tools/setup.py
	@sh tools/setup.sh requirements-dev.lock && touch $@ .venv/run

FORCE:

.PHONY: run test lint bench measures mutants hostile monkey pictures lock wheel sbom FORCE
