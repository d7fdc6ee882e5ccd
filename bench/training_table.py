"""Runs our training, ours on TorchSharp and PyTorch's in turns and prints the comparison as Markdown. Called by training.sh."""

import argparse
import concurrent.futures
import dataclasses
import json
import os
import statistics
import subprocess

from machine import BENCH, HERE, PYTHON, print_header

OURS = [BENCH, "training"]
TORCHSHARP = [*OURS, "--backend", "torchsharp"]
TORCH = [PYTHON, os.path.join(HERE, "pytorch_training.py")]
COMMANDS = {"ours": OURS, "torchsharp": TORCHSHARP, "torch": TORCH}

LENET_MULTIPLY_ADDS = 784 * 6 * 25 + 100 * 16 * 150 + 400 * 120 + 120 * 84 + 84 * 10


@dataclasses.dataclass(frozen=True)
class Network:
    learning_rate: float  # at which it learns in ten epochs
    multiply_adds: int  # of one image, forward
    batches: tuple  # to time
    error_batch: int  # to compare errors at

    @property
    def gflop_per_epoch(self):
        """The classical count: multiply-adds, times two operations, times three for forward and both gradients, over 60,000 images.
        Operations that an implementation avoids are counted all the same."""
        return 60_000 * self.multiply_adds * 2 * 3 / 1e9


NETWORKS = {
    "modern": Network(0.1, LENET_MULTIPLY_ADDS, (128, 32), 128),
    "classic": Network(0.9, LENET_MULTIPLY_ADDS, (128, 32), 128),
    "mlp": Network(0.1, 784 * 256 + 256 * 256 + 256 * 10, (256, 16), 256),
}


def run(command, **options):
    arguments = [text for name, value in options.items() for text in (f"--{name.replace('_', '-')}", str(value))]
    output = subprocess.run(command + arguments, check=True, capture_output=True, text=True).stdout
    return json.loads(output)


def measure(command, rounds, threads, **options):
    rounds.append(run(command, threads=threads, epochs=3, **options))


def seconds(rounds):
    """The median over all epochs but the first of each run, in which all sides warm up."""
    return statistics.median(value for result in rounds for value in result["seconds"][1:])


def compare_speed(variant, batch, learning_rate, repeats):
    sides = {(name, threads): [] for name in COMMANDS for threads in (1, 2)}
    for _ in range(repeats):
        for (name, threads), rounds in sides.items():
            measure(COMMANDS[name], rounds, threads, variant=variant, batch=batch, learning_rate=learning_rate)
    times = {side: seconds(rounds) for side, rounds in sides.items()}
    memory = max(result["peakMegabytes"] for threads in (1, 2) for result in sides["ours", threads])
    return times, memory


def mean_error(command, variant, seeds):
    """Errors do not depend on the load: one training a core."""
    def error(seed):
        return run(command, variant=variant, batch=NETWORKS[variant].error_batch, threads=1, epochs=10,
                   learning_rate=NETWORKS[variant].learning_rate, seed=seed)["errors"][-1]

    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        return statistics.mean(pool.map(error, range(seeds)))


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3,
                        help="runs of three epochs on each side, in turns; the first epoch of each is not counted; 0 to time nothing")
    parser.add_argument("--seeds", type=int, default=5, help="trainings of ten epochs on each side; 0 for none")
    parser.add_argument("--variants", nargs="+", choices=NETWORKS, default=list(NETWORKS))
    return parser.parse_args()


def print_times(variants, repeats):
    peak = json.loads(subprocess.run([BENCH, "peak"], check=True, capture_output=True, text=True).stdout)["gflops"]
    print(f"- measured peak of one core: {peak:.0f} GFLOP/s; an epoch counts "
          + ", ".join(f"{NETWORKS[variant].gflop_per_epoch:.0f} GFLOP ({variant})" for variant in variants) + "\n")
    print("| network, batch | ours, 1 thread | ours, 2 threads | TorchSharp, 1 thread | TorchSharp, 2 threads | PyTorch, 1 thread | PyTorch, 2 threads "
          "| 2 threads to PyTorch's best | 1 thread to PyTorch's best | 1 thread to 1 thread | GFLOP/s, 1 thread | of peak | peak memory |")
    print("|---|---|---|---|---|---|---|---|---|---|---|---|---|", flush=True)
    for variant in variants:
        network = NETWORKS[variant]
        for batch in network.batches:
            times, memory = compare_speed(variant, batch, network.learning_rate, repeats)
            best = min(times["torch", 1], times["torch", 2])
            rate = network.gflop_per_epoch / times["ours", 1]
            print(f"| {variant}, {batch} | {times['ours', 1]:.2f} s | {times['ours', 2]:.2f} s "
                  f"| {times['torchsharp', 1]:.2f} s | {times['torchsharp', 2]:.2f} s "
                  f"| {times['torch', 1]:.2f} s | {times['torch', 2]:.2f} s "
                  f"| {times['ours', 2] / best:.2f} | {times['ours', 1] / best:.2f} | {times['ours', 1] / times['torch', 1]:.2f} "
                  f"| {rate:.0f} | {rate / peak:.0%} | {memory:.0f} MB |", flush=True)
    print()


def print_errors(variants, seeds):
    for variant in variants:
        network = NETWORKS[variant]
        ours, torchsharp, torch = (mean_error(command, variant, seeds) for command in COMMANDS.values())
        print(f"- {variant}, learning rate {network.learning_rate}, batch {network.error_batch}, mean error after 10 epochs over {seeds} seeds: "
              f"ours {ours:.4f}, PyTorch {torch:.4f}, difference {ours - torch:+.4f}; "
              f"TorchSharp {torchsharp:.4f}, difference {ours - torchsharp:+.4f}", flush=True)


def main():
    arguments = parse_arguments()
    times = f"medians of {2 * arguments.rounds} epochs, all sides in turns" if arguments.rounds > 0 else "nothing timed"
    print_header("bench/training.sh", times)
    if arguments.rounds > 0:
        print_times(arguments.variants, arguments.rounds)
    if arguments.seeds > 0:
        print_errors(arguments.variants, arguments.seeds)


if __name__ == "__main__":
    main()
