# What a user and CI call; every target installs what it needs first.
PREFIX ?= /usr/local
CONFIGURATION ?= release
EXAMPLE ?= Examples/flood.txt
PICTURE ?= flood.svg

# The same flags everywhere, and no testable imports, so that tests and program are compiled once.
FLAGS = --configuration $(CONFIGURATION) --explicit-target-dependency-import-check error
SWIFT_BUILD = swift build $(FLAGS)
BINARY = $$($(SWIFT_BUILD) --show-bin-path)/dateline

.PHONY: all build build-tests demo test test-browser bench-analyser bench-extraction bench-identity bench-pictures bench-store install uninstall lint format packages clean help

all: build

help:
	@echo "make demo            read $(EXAMPLE), draw it to $(PICTURE)"
	@echo "make test            build and run the tests"
	@echo "make test-browser    test the HTML page in headless Chromium"
	@echo "make install         install 'dateline' below PREFIX ($(PREFIX))"
	@echo "make bench-analyser  measure the analyser's accuracy and speed"
	@echo "make bench-extraction measure how fast facts are made of analysed text"
	@echo "make bench-identity  measure merging across articles"
	@echo "make bench-pictures  measure rendering beside the program dot"
	@echo "make bench-store     measure a store of a million edges"
	@echo "make lint, format    check or mend the formatting"

packages:
	@scripts/install-packages

build: packages
	$(SWIFT_BUILD) --product dateline

demo: build
	@"$(BINARY)" graph $(EXAMPLE) -o $(PICTURE)
	@echo "The graph of $(EXAMPLE) is in $(CURDIR)/$(PICTURE): open it in a browser."

build-tests: packages
	$(SWIFT_BUILD) --build-tests

test: packages
	swift test $(FLAGS) --disable-testable-imports

test-browser: build
	@scripts/install-packages browser
	scripts/test-browser "$(BINARY)"

bench-extraction: build
	$(SWIFT_BUILD) --product ExtractionBenchmark
	"$$($(SWIFT_BUILD) --show-bin-path)/ExtractionBenchmark" $(or $(ARTICLES),$(wildcard Examples/*.txt))

bench-identity:
	@[ -n "$$DATELINE_CORPORA" ] || { echo "Set DATELINE_CORPORA to a folder that holds coreference/meantime.conll (MEANTIME)."; exit 1; }
	$(SWIFT_BUILD) --product IdentityBenchmark
	"$$($(SWIFT_BUILD) --show-bin-path)/IdentityBenchmark" "$$DATELINE_CORPORA/coreference/meantime.conll"

bench-pictures: packages
	$(SWIFT_BUILD) --product PictureBenchmark
	Benchmarks/pictures/run "$$($(SWIFT_BUILD) --show-bin-path)/PictureBenchmark" Examples/*.txt

bench-store: build
	$(SWIFT_BUILD) --product StoreBenchmark
	Benchmarks/store/run "$(BINARY)" "$$($(SWIFT_BUILD) --show-bin-path)/StoreBenchmark"

bench-analyser: build
	$(SWIFT_BUILD) --product AnalyserBenchmark
	Benchmarks/analyser/run "$(BINARY)"

install: build
	install -d "$(DESTDIR)$(PREFIX)/bin"
	install -m 755 "$(BINARY)" "$(DESTDIR)$(PREFIX)/bin/dateline"

uninstall:
	rm -f "$(DESTDIR)$(PREFIX)/bin/dateline"

lint:
	swift format lint --strict --recursive Sources Tests Snippets Training Package.swift

format:
	swift format --in-place --recursive Sources Tests Snippets Training Package.swift

clean:
	rm -rf .build
