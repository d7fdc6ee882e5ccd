"""The same measurements as `Hpo.Bench overhead` and `Hpo.Bench durable`, with Optuna.

To be fair to Optuna: a study that only needs to be large is filled by add_trials (CMA-ES keeps its state in its own trials and runs them
all), and its log is off. Prints one line of JSON, in milliseconds.
"""

import argparse
import json
import math
import os
import statistics
import time
import warnings

import optuna
from optuna.distributions import FloatDistribution, IntDistribution

SAMPLERS = {
    "random": lambda: optuna.samplers.RandomSampler(seed=0),
    "sobol": lambda: optuna.samplers.QMCSampler(qmc_type="sobol", scramble=True, seed=0, warn_independent_sampling=False),
    "tpe": lambda: optuna.samplers.TPESampler(seed=0),
    "cma-es": lambda: optuna.samplers.CmaEsSampler(seed=0, warn_independent_sampling=False),
}
SPACE = {"learning_rate": FloatDistribution(0.01, 1, log=True), "batch_size": IntDistribution(32, 255)}


def error(learning_rate, batch_size):
    return (math.log10(learning_rate) + 1) ** 2 + 0.1 * (math.log2(batch_size) - 6) ** 2


def run_trial(study, report=False):
    start = time.perf_counter()
    trial = study.ask()
    value = error(trial.suggest_float("learning_rate", 0.01, 1, log=True), trial.suggest_int("batch_size", 32, 255))
    if report:
        trial.report(value, 1)
    study.tell(trial, value)
    return (time.perf_counter() - start) * 1000


def fill(study, sampler, count):
    missing = count - len(study.trials)
    if sampler == "cma-es":
        for _ in range(missing):
            run_trial(study)
        return
    source = optuna.create_study(sampler=SAMPLERS["random"]())
    for _ in range(missing):
        run_trial(source)
    study.add_trials([optuna.trial.create_trial(params=trial.params, distributions=SPACE, value=trial.value) for trial in source.trials])


def overhead(sampler, counts, window):
    study = optuna.create_study(sampler=SAMPLERS[sampler]())
    medians = {}
    for count in counts:
        fill(study, sampler, count - window // 2)
        medians[count] = statistics.median(run_trial(study) for _ in range(window))
    return medians


def durable(folder, trials):
    study = optuna.create_study(storage=f"sqlite:///{os.path.join(folder, 'optuna.db')}", sampler=SAMPLERS["random"]())
    return {"perTrial": statistics.median(run_trial(study, report=True) for _ in range(trials))}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--searcher", choices=SAMPLERS)
    parser.add_argument("--counts", default="100,1000,5000")
    parser.add_argument("--window", type=int, default=50)
    parser.add_argument("--folder", help="measure the SQLite storage there instead")
    parser.add_argument("--trials", type=int, default=200)
    arguments = parser.parse_args()
    optuna.logging.set_verbosity(optuna.logging.CRITICAL)
    warnings.simplefilter("ignore")
    if arguments.folder:
        print(json.dumps(durable(arguments.folder, arguments.trials)))
    else:
        print(json.dumps(overhead(arguments.searcher, [int(count) for count in arguments.counts.split(",")], arguments.window)))


if __name__ == "__main__":
    main()
