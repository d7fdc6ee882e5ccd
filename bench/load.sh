#!/bin/sh
# Measures the dashboard in front of a class, on this machine only, and prints Markdown. The server is the real program; its clients are 200
# spectators (SignalR's client from npm, in one process) and three pages in headless Chromium.
#   bench/load.sh live [--seconds 300] [--spectators 200] [--pages 3]   event-to-viewer latency; the server's CPU and memory; gaps
#   bench/load.sh training [--rounds 4] [--seconds 40]                  how much a LeNet in training is slowed down by the same viewers
#   bench/load.sh circuits [--circuits 1000]                            memory after so many circuits, opened and closed
#   bench/load.sh pages [--studies 1000] [--trials 10000] [--rounds 3]  pages of many stored studies and of a large one: opening, scrolling, filters
# Needs Chromium (./test.sh installs it) and, for training, taskset.
set -eu
cd "$(dirname "$0")/.."
dotnet build -c Release src/Hpo.Dashboard -v quiet -nologo >&2
# the test project carries the program that drives the browser
dotnet build -c Release tests/Hpo.EndToEnd.Tests -v quiet -nologo >&2
if [ "${1-}" = pages ]; then dotnet build -c Release bench/Hpo.Bench -v quiet -nologo >&2; fi
exec node bench/load/main.mjs "$@"
