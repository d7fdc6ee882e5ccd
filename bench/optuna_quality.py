"""The same searches as `Hpo.Bench quality`, with Optuna's samplers: prints one line of JSON a seed, the error of each trial in order."""

import argparse
import json
import math
import warnings

import optuna

from problems import PROBLEMS, initial_configurations

SAMPLERS = {
    "tpe": lambda seed: optuna.samplers.TPESampler(seed=seed),
    "tpe-multivariate": lambda seed: optuna.samplers.TPESampler(seed=seed, multivariate=True),
    "cma-es": lambda seed: optuna.samplers.CmaEsSampler(seed=seed, warn_independent_sampling=False),
}


def errors(name, sampler, seed, trials, initial):
    study = optuna.create_study(sampler=SAMPLERS[sampler](seed))
    for configuration in initial_configurations(name, seed, initial):
        study.enqueue_trial(configuration)
    # a trial that throws or gives NaN fails, and the study goes on
    study.optimize(PROBLEMS[name].objective, n_trials=trials, catch=(Exception,))
    return [trial.value if trial.value is not None and math.isfinite(trial.value) else None for trial in study.trials]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--problem", choices=PROBLEMS, required=True)
    parser.add_argument("--searcher", choices=SAMPLERS, required=True)
    parser.add_argument("--seeds", type=int, default=20)
    parser.add_argument("--trials", type=int, default=200)
    parser.add_argument("--initial", type=int, default=1, help="how many configurations both sides start with")
    arguments = parser.parse_args()
    optuna.logging.set_verbosity(optuna.logging.CRITICAL)
    warnings.simplefilter("ignore")
    for seed in range(arguments.seeds):
        values = errors(arguments.problem, arguments.searcher, seed, arguments.trials, arguments.initial)
        print(json.dumps({"seed": seed, "values": values}), flush=True)


if __name__ == "__main__":
    main()
