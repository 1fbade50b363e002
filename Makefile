# crosscheck: `make run` serves, `make test` proves.  `make help` lists the rest.
.DEFAULT_GOAL := help
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)
PACKAGES := cmake g++ ninja-build pkg-config git ca-certificates libcpp-httplib-dev \
  nlohmann-json3-dev libspdlog-dev libcli11-dev libutf8proc-dev libsodium-dev libdeflate-dev prometheus-cpp-dev libsystemd-dev doctest-dev
PACKAGES += libsoci-dev libboost-dev libcjose-dev libcurl4-openssl-dev
SERVICE_TESTS := tests/service
# The page is built by node; PAGE=no builds without both.
PAGE := yes
NODE_PACKAGES := $(if $(shell command -v npm),,nodejs npm)
# node drives the service from outside, haproxy the proxy in front of it;
# minisign signs rules for them.
TEST_PACKAGES := $(NODE_PACKAGES) curl openssl haproxy minisign systemd procps
TEST_PACKAGES += sqlite3
# chromium uses the page; poppler-utils reads what it prints.
TEST_PACKAGES += chromium fonts-liberation poppler-utils
IMAGE := localhost/crosscheck
IMAGE_STORE := $(CURDIR)/build/image

.PHONY: help deps page-deps test-deps build run mutate-rules test service-test page-test screenshots kill-rounds asan tsan bench bench-load fuzz faults soak soak-tsan coverage image image-test sbom format clean

help: ## List the targets
	@grep -hE '^[a-z -]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

deps: ## Install the packages to build and serve, if any is missing
	@scripts/install-packages "$(SUDO)" $(PACKAGES)

page-deps: deps ## Install what builds the page, if it is missing
ifneq ($(PAGE),no)
	@scripts/install-packages "$(SUDO)" $(NODE_PACKAGES)
	@scripts/install-node-modules server/page || { echo "make $(MAKECMDGOALS) PAGE=no does without the page"; exit 1; }
endif

test-deps: page-deps
	@scripts/install-packages "$(SUDO)" $(TEST_PACKAGES)
	@scripts/install-node-modules $(SERVICE_TESTS)
	@scripts/install-node-modules tests/page

# The reference of the API is built in like the page.
page-deps: reference-deps
reference-deps: deps
ifneq ($(PAGE),no)
	@scripts/install-packages "$(SUDO)" $(NODE_PACKAGES)
	@scripts/install-node-modules server/docs
endif

clean: reference-clean
reference-clean:
	rm -rf server/docs/node_modules

.PHONY: reference-deps reference-clean

build: page-deps ## Build the optimised binary, build/release/crosscheck
	cmake --preset release
	cmake --build --preset release --target crosscheck

run: build ## Build and serve on 127.0.0.1:8080
	build/release/crosscheck serve

mutate-rules: deps ## Break every rule in three ways; an example must notice each
	cmake --preset release
	cmake --build --preset release --target crosscheck_tests
	build/release/crosscheck_tests --test-case="every broken rule makes an example fail"

test: test-deps ## Build and run every test
	cmake --preset dev
	cmake --build --preset dev
	ctest --preset dev
	$(MAKE) service-test page-test PRESET=dev

PRESET := dev
service-test:
	CROSSCHECK_BINARY=$(CURDIR)/build/$(PRESET)/crosscheck node --test $(SERVICE_TESTS)/service_test.mjs

page-test:
	CROSSCHECK_BINARY=$(CURDIR)/build/$(PRESET)/crosscheck node --test tests/page/page_test.mjs

kill-rounds: test-deps ## Kill the service a thousand times while feedback comes; what it acknowledged is kept
	cmake --preset release
	cmake --build --preset release --target crosscheck
	CROSSCHECK_BINARY=$(CURDIR)/build/release/crosscheck CROSSCHECK_KILL_ROUNDS=1000 \
	  node --test $(SERVICE_TESTS)/cases/kill_rounds.mjs

tsan: export TSAN_OPTIONS = suppressions=$(CURDIR)/tests/tsan.supp
asan tsan: test-deps ## Run every test under the address and undefined-behaviour, or the thread sanitizer
	cmake --preset $@
	cmake --build --preset $@
	ctest --preset $@
	$(MAKE) service-test PRESET=$@

coverage: test-deps ## Run every test, and print which part of each room it ran
	@scripts/install-packages "$(SUDO)" gcovr python3
	cmake --preset coverage
	cmake --build --preset coverage --target crosscheck crosscheck_tests
	find build/coverage -name '*.gcda' -delete
	build/coverage/crosscheck_tests
	$(MAKE) service-test PRESET=coverage
	scripts/print-coverage build/coverage

bench: deps ## Measure recognition, checks and imports
	cmake --preset release
	cmake --build --preset release
	build/release/crosscheck_bench

bench-load: test-deps ## Measure the service under load beside other servers, and in a crowd
	@scripts/install-packages "$(SUDO)" libasio-dev wrk
	cmake --preset release
	cmake --build --preset release --target crosscheck compared_servers
	node tests/load/load.mjs

FUZZ_SECONDS := 60
FUZZ_TARGETS := question pack recogniser request_reader fhir hook signature
fuzz: deps ## Feed whatever comes from outside with random bytes, a minute each
	@scripts/install-packages "$(SUDO)" clang libclang-rt-14-dev
	cmake --preset fuzz
	cmake --build --preset fuzz --target $(FUZZ_TARGETS:%=%_fuzz)
	for name in $(FUZZ_TARGETS); do \
	  mkdir -p build/fuzz/found/$$name && \
	  build/fuzz/$${name}_fuzz -max_len=4000 -max_total_time=$(FUZZ_SECONDS) -print_final_stats=1 \
	    -dict=tests/fuzz/$$name.dict build/fuzz/found/$$name tests/fuzz/corpus/$$name || exit 1; \
	done

SOAK_REQUESTS := 1000000
SOAK_RELOADS := 10000
soak: test-deps ## Ask a million times while the rules are reloaded ten thousand times
	cmake --preset release
	cmake --build --preset release --target crosscheck write_sound_rules
	CROSSCHECK_BINARY=$(CURDIR)/build/release/crosscheck SOAK_REQUESTS=$(SOAK_REQUESTS) SOAK_RELOADS=$(SOAK_RELOADS) \
	  node tests/soak/soak.mjs

# The sanitizer's own memory grows; what is asked here is that nothing races.
soak-tsan: test-deps ## Ask while the rules are reloaded ten thousand times, under the thread sanitizer
	cmake --preset tsan
	cmake --build --preset tsan --target crosscheck write_sound_rules
	CROSSCHECK_BINARY=$(CURDIR)/build/tsan/crosscheck TSAN_OPTIONS=halt_on_error=1:suppressions=$(CURDIR)/tests/tsan.supp SOAK_REQUESTS=50000 \
	  SOAK_RELOADS=$(SOAK_RELOADS) SOAK_GROWTH=0.2 node tests/soak/soak.mjs

image: ## Build the image of the Dockerfile, without docker and without a registry of images
	@scripts/install-packages "$(SUDO)" git buildah mmdebstrap
	$(SUDO) scripts/build-image $(IMAGE_STORE) $(IMAGE)

image-test: image test-deps ## Start the image on 127.0.0.1 and look at what is in it
	$(SUDO) env CROSSCHECK_IMAGE=$(IMAGE) CROSSCHECK_IMAGE_STORE=$(IMAGE_STORE) node --test tests/image/image_test.mjs

sbom: build test-deps ## Write what the binary runs on, build/sbom.cdx.json (CycloneDX)
	@scripts/install-node-modules sbom
	node sbom/write_sbom.mjs build/release/crosscheck build/sbom.cdx.json

FAULTS_STEP := 7
faults: test-deps ## Let the first, second, third … call for memory, files, network or a thread fail
	cmake --preset $(PRESET)
	cmake --build --preset $(PRESET) --target crosscheck write_sound_rules fail_nth
	CROSSCHECK_BINARY=$(CURDIR)/build/$(PRESET)/crosscheck FAULTS_STEP=$(FAULTS_STEP) node --test tests/faults/faults_test.mjs

screenshots: build test-deps ## Take the pictures of the README, docs/*.png
	CROSSCHECK_BINARY=$(CURDIR)/build/release/crosscheck node tests/page/take_screenshots.mjs docs

format: ## Format the C++ sources
	git ls-files '*.h' '*.cpp' | xargs clang-format -i

clean: ## Remove what was built
	rm -rf build $(SERVICE_TESTS)/node_modules server/page/node_modules tests/page/node_modules sbom/node_modules
