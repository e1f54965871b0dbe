# What Capstan is built, tried and installed with. `make run` and `make test` need only a Swift
# toolchain; the Debian packages they miss are installed.

SHELL := /bin/bash
PREFIX ?= /usr/local
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)
BUILD_PACKAGES := libncurses-dev libsqlite3-dev zlib1g-dev
TEST_PACKAGES := libvterm-dev tmux
# Below share/, by shell.
COMPLETIONS := bash-completion/completions/capstan zsh/site-functions/_capstan fish/vendor_completions.d/capstan.fish
# One file that needs no library of the system: it starts in half the time, and runs on any Linux.
# lld, for the others warn of the C library's name service, which only looks up a missing HOME here.
export RELEASE ?= swift build -c release --static-swift-stdlib -Xswiftc -static-executable -Xswiftc -use-ld=lld

.PHONY: run test build release lint format bench record fuzz sanitize install uninstall deb tarball packages test-packages toolchain imports

run: packages
	@$(RELEASE) --product capstan
	@"$$($(RELEASE) --show-bin-path)/capstan" demo

# What failed is said once more at the end, where a long output is read first.
test: test-packages
	@mkdir -p .build; set -o pipefail; swift test 2>&1 | tee .build/test.log \
	  || { echo "What failed:"; grep -A 4 '✘ Test .* recorded\|error:' .build/test.log; exit 1; }

build: packages
	swift build --product capstan

release: packages
	$(RELEASE) --product capstan

# Rewrites the recorded screens; the tests still fail, so that nobody forgets to read the difference.
record: test-packages
	RECORD_SNAPSHOTS=1 swift test

lint:
	swift format lint --strict --recursive --parallel Sources Tests Package.swift

format:
	swift format --in-place --recursive --parallel Sources Tests Package.swift

# The arrows of docs/architecture.md: which module may import which.
imports:
	@bash .ci/imports

# The seeded tests with made-up input, kills and damage, FUZZ times as long as in `make test`.
FUZZ ?= 20
fuzz: test-packages
	CAPSTAN_FUZZ=$(FUZZ) swift test --filter 'Fuzz|Storm|Durability|Disk|Dirty|RowScanner|Property'

# Every test but those of the whole program in a terminal, with the address and the thread sanitizer.
SANITIZED := CapabilityScoreTests|InsightsCacheTests|TerminalKitTests|DashboardTests|SampleExportsTests
# Leaks are not asked for: XCTest has some at its end, and TOMLKit keeps what it has parsed.
sanitize: test-packages
	ASAN_OPTIONS=detect_leaks=0 swift test --sanitize=address --scratch-path .build/address --filter '$(SANITIZED)'
	swift test --sanitize=thread --scratch-path .build/thread --filter '$(SANITIZED)'

bench: release
	@bash Tests/Performance/bench

install: release
	install -D -m 755 "$$($(RELEASE) --show-bin-path)/capstan" "$(DESTDIR)$(PREFIX)/bin/capstan"
	install -d "$(DESTDIR)$(PREFIX)/share/capstan/themes"
	install -m 644 Themes/*.toml "$(DESTDIR)$(PREFIX)/share/capstan/themes/"
	install -D -m 644 docs/capstan.1 "$(DESTDIR)$(PREFIX)/share/man/man1/capstan.1"
	install -d $(addprefix "$(DESTDIR)$(PREFIX)/share/,$(addsuffix ",$(dir $(COMPLETIONS))))
	for file in $(COMPLETIONS); do \
	  case $$file in bash*) shell=bash;; zsh*) shell=zsh;; *) shell=fish;; esac; \
	  "$(DESTDIR)$(PREFIX)/bin/capstan" --generate-completion-script $$shell \
	    > "$(DESTDIR)$(PREFIX)/share/$$file" || exit 1; \
	done

uninstall:
	rm -f "$(DESTDIR)$(PREFIX)/bin/capstan"
	rm -rf "$(DESTDIR)$(PREFIX)/share/capstan"
	rm -f "$(DESTDIR)$(PREFIX)/share/man/man1/capstan.1"
	rm -f $(addprefix "$(DESTDIR)$(PREFIX)/share/,$(addsuffix ",$(COMPLETIONS)))

# A Debian package for this machine's kind, in .build/deb: linked with Debian's libraries, so that
# their updates reach it.
deb: export RELEASE := swift build -c release --static-swift-stdlib --scratch-path .build/shared
deb: packages
	@bash .ci/deb

# The one file, stripped, with its man page, in .build/tarball.
tarball: release
	@bash .ci/tarball

packages: toolchain
	@$(call install_missing,$(BUILD_PACKAGES))

test-packages: toolchain
	@$(call install_missing,$(BUILD_PACKAGES) $(TEST_PACKAGES))

toolchain:
	@command -v swift >/dev/null || { \
	  echo "There is no swift here. Install Swift 6.2 or later: https://swift.org/install"; exit 1; }
	@swift --version 2>/dev/null | grep -qE 'Swift version (6\.([2-9]|[1-9][0-9])|[7-9]|[1-9][0-9])' || { \
	  echo "This is $$(swift --version 2>/dev/null | head -n 1). Capstan needs Swift 6.2 or later: https://swift.org/install"; exit 1; }

define install_missing
missing=""; for p in $(1); do dpkg-query -W -f='$${Status}' $$p 2>/dev/null | grep -q "ok installed" || missing="$$missing $$p"; done; \
if [ -n "$$missing" ]; then echo "Installing$$missing"; \
  $(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $$missing >/dev/null 2>&1 || \
  { $(SUDO) apt-get update -qq && $(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $$missing >/dev/null; }; fi
endef
