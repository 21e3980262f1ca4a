# The two commands are `make demo` and `make test`; each does all of its own set-up.
GO ?= go
PKG ?= ./...
export GOFLAGS := -mod=readonly

.PHONY: demo test build lint generate claims campaign bench fuzz setup scripts journeys gallery

demo: bin/entente ## ten nodes on this machine, in an exercise world, with eighteen months behind them
	./bin/entente demo $(DEMO)

test: setup scripts lint ## everything that CI runs
	@$(GO) test -json -timeout 18m $(PKG) | $(GO) run ./tools/testreport

build: bin/entente

bin/entente: FORCE scripts
	@$(GO) build -trimpath -o $@ ./cmd/entente

FORCE:

setup:
	@./tools/setup.sh go postgres node chromium

scripts: ## what the pages do better with script, bundled into internal/web/assets/built
	@./tools/scripts.sh

gallery: scripts ## pictures of the pages into docs/gallery, from the states that /gallery shows in development mode
	@./tools/browser.sh
	@ENTENTE_PICTURES=$(CURDIR)/docs/gallery $(GO) test -count=1 -timeout 30m -run TestPictures ./e2e/browser

lint:
	@./tools/lint.sh

generate: ## templates, queries and the derived files in spec/
	@./tools/generate.sh

claims: bin/entente setup ## docs/claims.md, run: make claims ONLY=exchange for one group
	@$(GO) run ./tools/claims $(if $(ONLY),-only $(ONLY))

campaign: bin/entente setup ## the long ones: kill -9 two hundred times, lost power, months of cases
	@$(GO) test -tags campaign -timeout 60m -count=1 -v -run Campaign ./internal/world

journeys: scripts setup ## the five journeys in every way: both widths, two languages, with script and without, keys alone, axe on every page
	@ENTENTE_WAYS=all $(GO) test -timeout 60m -count=1 -v ./e2e/browser

bench: bin/entente
	./bin/entente bench exchange
	./bin/entente bench audit
	@$(GO) test -run '^$$' -bench . -benchtime 1s ./casework ./seal ./ledger ./agreement ./internal/register

fuzz: ## every parser, FUZZTIME each (a minute unless told)
	@./tools/fuzz.sh $(or $(FUZZTIME),60s)
