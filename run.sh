#!/usr/bin/env bash
# Gets what is missing, builds the dashboard and starts it. ./run.sh --help lists the options.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
# shellcheck source=eng/lib.sh
. "$here/eng/lib.sh"

usage() {
  cat <<'END'
./run.sh [OPTION...]: gets what is missing, builds HPO Dashboard and starts it.

  --port N        the port of 127.0.0.1 to listen on (default 5080; or HPO_PORT)
  --urls URL      the whole address to listen on, instead of --port
  --listen ADDR   the address to listen on instead of 127.0.0.1, such as 0.0.0.0; needs a token
  --token TEXT    the presenter's token, or auto (or HPO_TOKEN, or --token-file FILE)
  --host NAME     a name by which others reach this machine
  --log LEVEL     how much it says of what happens (default information); --log-format json says it in lines of JSON
  --data DIR      where studies are kept (default ~/.local/share/hpo-dashboard; or HPO_DATA)
  --data-set DIR  a folder with the four Fashion-MNIST files, instead of the Debian package (or HPO_DATA_SET)
  --without-torch builds without libtorch, 131 MB to fetch: networks are then trained by our own kernels alone
                  (or Torch=none in the environment, which ./hpo and ./test.sh obey too)
END
}

# option NAME DEFAULT ARGUMENT...: the value of --NAME VALUE or --NAME=VALUE
option() {
  local name="$1" value="$2"
  shift 2
  while [ $# -gt 0 ]; do
    case "$1" in
      "--$name") value="${2:-}" ;;
      "--$name="*) value="${1#*=}" ;;
    esac
    shift
  done
  printf '%s' "$value"
}

arguments=()
for argument in "$@"; do
  # an environment variable is a property of the build
  if [ "$argument" = --without-torch ]; then export Torch=none; else arguments+=("$argument"); fi
done
set -- "${arguments[@]}"

case " $* " in *" --help "* | *" -h "*) usage; exit 0 ;; esac

port="$(option port "${HPO_PORT:-5080}" "$@")"
urls="$(option urls "" "$@")"
data_set="$(option data-set "${HPO_DATA_SET:-}" "$@")"

# before the build and not after it: nobody wants to wait for this answer
if [ -z "$urls" ] && [[ "$port" =~ ^[1-9][0-9]*$ ]] && port_is_taken "$port"; then
  fail "Port $port is taken by another program (or by a dashboard that runs already): choose another one, such as ./run.sh --port $((port + 1))."
fi
need_dotnet
need_npm
if [ -z "$data_set" ]; then
  need_data_set "name a folder with the four files: ./run.sh --data-set DIR"
elif ! has_data_set "$data_set"; then
  fail "The folder $data_set does not hold the Fashion-MNIST files (train-images-idx3-ubyte.gz and three more): name the right one with ./run.sh --data-set DIR."
fi

say "Building the dashboard, with the browser packages from npm (a minute the first time)"
quietly "The build" dotnet build "$here/src/Hpo.Dashboard" -c Release -v quiet

say "Starting the dashboard"
exec dotnet "$here/src/Hpo.Dashboard/bin/Release/net10.0/Hpo.Dashboard.dll" "$@"
