# shellcheck shell=bash
# What run.sh, test.sh and .ci/run share: saying what happens and why, failing in one sentence, and getting what is missing.
# Each step looks first and does nothing when there is nothing to do, so that a second run is quick.

# dotnet and npm both keep things below HOME and refuse to work without one
export HOME="${HOME:-$(getent passwd "$(id -u)" | cut -d: -f6)}"
# build helpers that stay behind would hold memory and files after the script has ended
export MSBUILDDISABLENODEREUSE=1
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_UI_LANGUAGE=en

say() { printf '== %s\n' "$*"; }

fail() {
  printf '\n%s: %s\n' "$(basename "$0")" "$*" >&2
  exit 1
}

# quietly WHAT COMMAND...: runs the command and shows its output only when it fails
quietly() {
  local what="$1" log
  shift
  log="$(mktemp)"
  if ! "$@" >"$log" 2>&1 </dev/null; then
    cat "$log" >&2
    rm -f "$log"
    fail "$what failed (its messages are above)."
  fi
  rm -f "$log"
}

as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo -n "$@"; fi
}

# need_package PACKAGE WHY OTHERWISE: installs a Debian package; OTHERWISE is what a person can do where that is impossible
need_package() {
  local package="$1" why="$2" otherwise="$3"
  command -v apt-get >/dev/null || fail "$why needs the Debian package $package, and there is no apt-get here: $otherwise."
  if [ "$(id -u)" -ne 0 ] && ! sudo -n true 2>/dev/null; then
    fail "$why needs the Debian package $package, and installing it takes root: run 'apt-get install $package' as root once, or $otherwise."
  fi
  if ! apt-cache show "$package" >/dev/null 2>&1; then
    say "Refreshing the list of Debian packages: it does not name $package"
    as_root apt-get update -qq >/dev/null 2>&1 || true
    apt-cache show "$package" >/dev/null 2>&1 ||
      fail "Debian's package list does not name $package, or cannot be fetched: check the network, or $otherwise."
  fi
  say "Installing the Debian package $package: $why needs it"
  quietly "Installing $package (check the network, or $otherwise)" \
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$package"
}

need_dotnet() {
  command -v dotnet >/dev/null || fail "The dashboard is built with the .NET 10 SDK, and there is no dotnet here: install the package dotnet-sdk-10.0."
  # captured first: grep -q on a pipe would end dotnet early, and pipefail would take that for a failure
  local sdks
  sdks="$(dotnet --list-sdks)"
  grep -q '^10\.' <<<"$sdks" || fail "The dashboard is built with the .NET 10 SDK, and only these are here: ${sdks//$'\n'/, }."
}

need_npm() {
  command -v npm >/dev/null && command -v node >/dev/null ||
    fail "The charts in the browser come from npm packages, and there is no Node.js with npm here: install Node.js 20 or later."
  local version
  version="$(node --version)"
  version="${version#v}"
  [ "${version%%.*}" -ge 18 ] || fail "The charts in the browser come from npm packages, and Node.js $version is too old: install Node.js 20 or later."
}

has_data_set() { [ -e "$1/train-images-idx3-ubyte.gz" ] && [ -e "$1/t10k-labels-idx1-ubyte.gz" ]; }

# need_data_set OTHERWISE: the images are in Debian's folder, or in the cache of an earlier download, or get installed
need_data_set() {
  if has_data_set /usr/share/datasets/fashion-mnist || has_data_set "${XDG_DATA_HOME:-$HOME/.local/share}/hpo-dashboard/fashion-mnist"; then
    say "The Fashion-MNIST images are here already"
  else
    need_package dataset-fashion-mnist "training on the real Fashion-MNIST images" "$1"
  fi
}

need_chromium() {
  local otherwise="name another Chromium: HPO_CHROMIUM=/path/to/chromium ./test.sh"
  if [ -n "${HPO_CHROMIUM:-}" ]; then
    [ -x "$HPO_CHROMIUM" ] || fail "HPO_CHROMIUM names $HPO_CHROMIUM, which is not a program."
  elif [ -x /usr/bin/chromium ]; then
    say "Chromium for the browser tests is here already"
  else
    need_package chromium "testing the pages in a real browser" "$otherwise"
  fi
  # without any font Chromium draws boxes; Chromium's package does not ask for one
  [ -e /usr/share/fonts/truetype/dejavu/DejaVuSans.ttf ] || [ -n "${HPO_CHROMIUM:-}" ] ||
    need_package fonts-dejavu-core "text on the tested pages" "$otherwise"
}

need_nginx() {
  if [ -x /usr/sbin/nginx ]; then
    say "nginx for the tests of the reverse proxy is here already"
  else
    need_package nginx-light "testing the dashboard behind a reverse proxy" "leave that test out: ./test.sh --filter FullyQualifiedName!~ReverseProxy"
  fi
}

# port_is_taken PORT: whether a program of this machine listens there
port_is_taken() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

build_everything() {
  say "Building everything, with the browser packages from npm (a few minutes the first time)"
  # Release: the tests train real networks
  quietly "The build" dotnet build "$here/Hpo.sln" -c Release -v quiet
}
