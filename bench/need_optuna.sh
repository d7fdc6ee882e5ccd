# Says what to install when Optuna cannot be used. Read by overhead.sh and quality.sh.
if ! /usr/bin/python3 -c "import optuna, cmaes, scipy" 2>/dev/null; then
  echo "$0: Optuna is missing: apt-get install --no-install-recommends python3-optuna python3-cmaes python3-scipy" >&2
  exit 1
fi
# one thread for NumPy: these matrices are tiny, and more threads only get in each other's way
export OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1
