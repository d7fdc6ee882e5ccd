#!/bin/sh
# Kills the real dashboard a hundred times (or $1 times) at random moments, while studies report hundreds of times a second and viewers look on, and compares the
# logs with what the viewers were shown.
set -eu
cd "$(dirname "$0")/.."
HPO_KILLS="${1:-100}" exec dotnet test tests/Hpo.EndToEnd.Tests -c Release --filter FullyQualifiedName~KillTests --logger "console;verbosity=detailed" -nologo
