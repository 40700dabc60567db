# What a person does with Mynah: make serve, make test, make build, make lint, make bench, make fuzz, make soak, make gallery.

# Debian's packages that the build links against, and those that only tests or benchmarks need.
BUILD_PACKAGES := git make pkg-config libespeak-ng-dev espeak-ng-data flite1-dev libmecab-dev mecab-ipadic-utf8 libavformat-dev libavcodec-dev \
	libswresample-dev libavutil-dev libicu-dev libcld2-dev libsqlite3-dev libcurl4-openssl-dev ca-certificates
TEST_PACKAGES := curl python3 python3-requests util-linux
BENCH_PACKAGES := espeak-ng ffmpeg python3 wrk

SWIFT ?= swift
# How many tests run at once. They start servers, engines and crowds of clients: with all of them at once, they would measure each other's load.
TEST_WIDTH ?= 6
BINARY := .build/release/mynah

.PHONY: build serve test soak lint format bench bench-cloning gallery fuzz clean

build:
	@scripts/install-packages $(BUILD_PACKAGES)
	$(SWIFT) build -c release --product mynah

# Options go in ARGS: make serve ARGS="--port 9000"
serve: build
	@exec $(BINARY) serve $(ARGS)

test:
	@scripts/install-packages $(BUILD_PACKAGES) $(TEST_PACKAGES)
	$(SWIFT) build --build-tests
	@SWIFT="$(SWIFT)" TEST_WIDTH=$(TEST_WIDTH) scripts/test

# The tests of chance and of faults, for hours. MYNAH_SEED repeats a run; MYNAH_ROUNDS and MYNAH_STEPS make it longer or shorter.
soak:
	@scripts/install-packages $(BUILD_PACKAGES) $(TEST_PACKAGES)
	$(SWIFT) build --build-tests
	SWIFT="$(SWIFT)" scripts/soak

lint:
	@scripts/install-packages $(BUILD_PACKAGES)
	$(SWIFT) format lint --strict --recursive Sources Tests Benchmarks Fuzzing Package.swift
	scripts/check-imports
	$(SWIFT) build --explicit-target-dependency-import-check error

format:
	$(SWIFT) format --in-place --recursive Sources Tests Benchmarks Fuzzing Package.swift

bench: build
	$(SWIFT) build -c release --product queue-benchmark
	@scripts/install-packages $(BENCH_PACKAGES)
	scripts/bench $(ARGS)

# A page with every emotion and voice effect, to be listened to: .build/gallery/index.html. Options go in ARGS: make gallery ARGS="--voice slt"
gallery: build
	@scripts/install-packages $(BENCH_PACKAGES)
	scripts/gallery $(ARGS)

# How like a speaker a clone is; MYNAH_SPEAKERS is a folder of recordings: docs/benchmarks.md.
bench-cloning:
	scripts/bench-cloning $(MYNAH_SPEAKERS)

# libFuzzer's options go in ARGS: make fuzz ARGS=-max_total_time=600
fuzz:
	scripts/fuzz $(ARGS)

clean:
	$(SWIFT) package clean
