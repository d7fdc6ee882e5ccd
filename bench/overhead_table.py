"""Measures what our searchers cost and what Optuna's do, in turns, and prints the comparison as Markdown. Called by overhead.sh."""

import argparse
import json
import os
import statistics
import subprocess
import tempfile

from machine import BENCH, HERE, PYTHON, print_header

OPTUNA = [PYTHON, os.path.join(HERE, "optuna_overhead.py")]

# how many times faster than Optuna's a searcher has to be, at which numbers of trials
REQUIRED = {
    "random": {100: 20, 1000: 20, 5000: 20},
    "sobol": {100: 20, 1000: 20, 5000: 20},
    "cma-es": {100: 20, 1000: 20, 5000: 20},
    "tpe": {1000: 50, 5000: 50},
}
# milliseconds that a suggestion of the Gaussian process may take, by the number of trials
LIMITS = {100: 25, 500: 150}
DURABLE_LIMIT = 1


def run(command, **options):
    arguments = [text for name, value in options.items() for text in (f"--{name}", str(value))]
    return json.loads(subprocess.run(command + arguments, check=True, stdout=subprocess.PIPE, text=True).stdout)


def medians(results):
    return {key: statistics.median(result[key] for result in results) for key in results[0]}


def in_turns(commands, rounds, **options):
    results = [[run(command, **options) for command in commands] for _ in range(rounds)]
    return [medians(side) for side in zip(*results)]


def verdict(holds):
    return "met" if holds else "**missed**"


def print_searchers(searchers, counts, rounds):
    print("| searcher | trials | ours | Optuna | times faster | required | |")
    print("|---|---|---|---|---|---|---|", flush=True)
    for searcher in searchers:
        ours, optuna = in_turns([[BENCH, "overhead"], OPTUNA], rounds, searcher=searcher, counts=",".join(map(str, counts)))
        for count in counts:
            mine, theirs = ours[str(count)], optuna[str(count)]
            required = REQUIRED[searcher].get(count)
            print(f"| {searcher} | {count:,} | {mine:.4f} ms | {theirs:.2f} ms | {theirs / mine:.0f} "
                  f"| {required or '–'} | {verdict(theirs / mine >= required) if required else ''} |", flush=True)
    print()


def print_gaussian_process(dimensions, rounds):
    print("| searcher | dimensions | trials | ours | required | |")
    print("|---|---|---|---|---|---|", flush=True)
    for count in dimensions:
        ours, = in_turns([[BENCH, "overhead"]], rounds, searcher="gp", dimensions=count, counts=",".join(map(str, LIMITS)), window=20)
        for trials, limit in LIMITS.items():
            taken = ours[str(trials)]
            print(f"| gp | {count} | {trials} | {taken:.1f} ms | below {limit} ms | {verdict(taken < limit)} |", flush=True)
    print()


def print_durable(rounds):
    def measure(command, **options):
        with tempfile.TemporaryDirectory() as folder:
            return run(command, folder=folder, **options)

    results = [(measure([BENCH, "durable"]), measure(OPTUNA)) for _ in range(rounds)]
    ours, optuna = (medians(side) for side in zip(*results))
    print("| a trial of random search, durable in SQLite | time | required | |")
    print("|---|---|---|---|")
    for name, what in [("waiting", "ours, each trial waits until its events are durable"),
                       ("flowing", "ours, as studies run: nothing waits; wall time per trial until the last event is durable")]:
        print(f"| {what} | {ours[name]:.3f} ms | below {DURABLE_LIMIT} ms | {verdict(ours[name] < DURABLE_LIMIT)} |")
    print(f"| Optuna, SQLite storage | {optuna['perTrial']:.1f} ms | – | |")
    print(f"| a write of 4 KiB with fsync on the same disk | {ours['fsync']:.2f} ms | – | |\n")
    print("A trial is a start, one report and an end. Durable means that SQLite has flushed it to the disk: ours with a write-ahead log and "
          "`synchronous = FULL`, one flush for all events that arrive during the one before; Optuna's with SQLite's defaults (rollback journal, "
          "`synchronous = FULL`), several flushes a trial.")


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3, help="runs of each side, in turns; medians are taken over them")
    parser.add_argument("--searchers", nargs="*", choices=REQUIRED, default=list(REQUIRED))
    parser.add_argument("--counts", nargs="+", type=int, default=[100, 1000, 5000], help="numbers of trials")
    parser.add_argument("--gp-dimensions", nargs="*", type=int, default=[2, 6, 10])
    return parser.parse_args()


def main():
    arguments = parse_arguments()
    print_header("bench/overhead.sh", f"medians of 50 trials around each number of trials (20 for gp), and of {arguments.rounds} rounds in turns")
    print("- one suggestion and one update, in memory; learning_rate log-uniform [0.01, 1], batch_size integers [32, 256); gp on Levy's function; "
          "ours after two seconds of warm-up, in which the runtime compiles\n")
    if arguments.searchers:
        print_searchers(arguments.searchers, arguments.counts, arguments.rounds)
    if arguments.gp_dimensions:
        print_gaussian_process(arguments.gp_dimensions, arguments.rounds)
    print_durable(arguments.rounds)


if __name__ == "__main__":
    main()
