#!/bin/sh
# Measures what a trial costs beyond its evaluation, with this project and with Optuna, in turns on the same machine, and prints tables
# (Markdown): searchers in memory, Gaussian-process suggestions, and trials that are durable in SQLite.
# Needs the Debian packages python3-optuna, python3-cmaes and python3-scipy. The databases are made in $TMPDIR (/tmp if it is not set).
#   bench/overhead.sh [--rounds N] [--searchers random sobol cma-es tpe] [--counts N ...] [--gp-dimensions N ...]
set -eu
cd "$(dirname "$0")/.."
. bench/need_optuna.sh
dotnet build -c Release bench/Hpo.Bench -v quiet -nologo >&2
exec /usr/bin/python3 bench/overhead_table.py "$@"
