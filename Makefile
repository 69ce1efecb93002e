# What people and CI call; `make help` lists it.
.PHONY: help demo test check golden bench bench-harmonisation bench-imports bench-judging bench-peers fuzz format

help: ## list these targets
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

demo: ## install what is missing, start the lab, scan it, write the report, stop the lab
	@scripts/demo

test: ## every test, with real servers on loopback
	@scripts/test

check: ## format, declared imports, rule files
	@scripts/check

golden: ## rewrite reports/example and schemas/ from the code; read the diff afterwards
	@scripts/golden

bench: ## scan throughput and CPU per endpoint on the lab (release build)
	@scripts/bench

bench-harmonisation: ## comparing 11,000 made-up bodies over 30 software domains (release build; BODIES=, DOMAINS=, SEED=)
	@scripts/bench-harmonisation

bench-imports: ## importing a list of 200,000 rows, every count checked (release build; ROWS=, SEED=)
	@scripts/bench-imports

bench-judging: ## recording and judging a million made-up endpoints (release build; ENDPOINTS=, SEED=)
	@ENDPOINTS="$(ENDPOINTS)" SEED="$(SEED)" scripts/bench-judging

bench-peers: ## Lagebild beside sslscan, nmap, sslyze, testssl.sh and cryptolyzer on the same servers
	@scripts/bench-peers

fuzz: ## every parser of the wire with made-up bytes, a minute each
	@scripts/fuzz

format: ## format all Swift sources
	swift format -i -r Package.swift Sources Tests Fuzzing
