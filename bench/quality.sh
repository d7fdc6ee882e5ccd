#!/bin/sh
# Searches five problems with this project's searchers and with Optuna's samplers, with the same seeds and first configurations, and
# prints tables (Markdown): median simple regrets, and whether ours are significantly worse (Wilcoxon's signed-rank test over the seeds).
# Needs the Debian packages python3-optuna, python3-cmaes and python3-scipy. Runs for about a quarter of an hour with all seeds.
#   bench/quality.sh [--seeds N] [--problems branin hartmann6 rosenbrock4 mixed failing] [--searchers tpe cma-es gp ...] [--initial N] [--results FOLDER]
# With --results, runs that FOLDER already has are not repeated, and new ones are kept there.
set -eu
cd "$(dirname "$0")/.."
. bench/need_optuna.sh
dotnet build -c Release bench/Hpo.Bench -v quiet -nologo >&2
exec /usr/bin/python3 bench/quality_table.py "$@"
