#!/usr/bin/env bash
# Checks the JavaScript of the pages and of bench/: its types, which stand in JSDoc, by TypeScript, and what is most often a mistake by eslint.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
# shellcheck source=eng/lib.sh
. "$here/eng/lib.sh"

# packages FOLDER: what its lock file names, unless that is there already; no package here needs an install script, so none may run
packages() {
  [ "$1/node_modules/.package-lock.json" -nt "$1/package-lock.json" ] ||
    quietly "Getting npm packages for $1" npm ci --prefix "$1" --ignore-scripts --no-audit --no-fund --loglevel=error
}

need_npm
[ "$(node -p 'process.versions.node.split(".")[0]')" -ge 20 ] || fail "eslint needs Node.js 20.19 or later, and this is $(node --version)."
say "Checking the JavaScript: types by TypeScript, mistakes by eslint"
packages "$here/eng/javascript"
# the types of what the pages load
packages "$here/src/Hpo.Dashboard"
tools="$here/eng/javascript/node_modules/.bin"
cd "$here"
status=0
# charts and comparisons are read for their types, and not checked yet
found="$("$tools/tsc" -p eng/javascript --pretty false)" || [ $? -le 2 ] || fail "TypeScript did not run."
found="$(awk '/^[^ ]/ { skip = /wwwroot\/js\/(charts|comparisons)\// } !skip' <<<"$found")"
if [ -n "$found" ]; then
  printf '%s\n' "$found"
  status=1
fi
"$tools/eslint" -c eng/javascript/eslint.config.js src/Hpo.Dashboard/wwwroot/js src/Hpo.Dashboard/Components bench tests || status=1
[ "$status" -eq 0 ] || fail "The JavaScript has the problems above: npm packages and rules are in eng/javascript."
