#!/bin/sh
# Trains LeNet and the dropout MLP with this project, on its own kernels and on TorchSharp (libtorch 2.10), and with PyTorch 1.13, in turns on the
# same machine, and prints a table (Markdown).
# Needs the Debian packages dataset-fashion-mnist, python3-torch and libopenblas0-pthread.
#   bench/training.sh [--rounds N] [--seeds N] [--variants modern classic mlp]
set -eu
cd "$(dirname "$0")/.."
if ! /usr/bin/python3 -c "import torch" 2>/dev/null; then
  echo "bench/training.sh: PyTorch is missing: apt-get install python3-torch libopenblas0-pthread" >&2
  exit 1
fi
dotnet build -c Release bench/Hpo.Bench -v quiet -nologo >&2
exec /usr/bin/python3 bench/training_table.py "$@"
