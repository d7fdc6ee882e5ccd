"""Runs our searchers and Optuna's samplers on the same problems and prints the comparison as Markdown. Called by quality.sh."""

import argparse
import json
import math
import os
import statistics
import subprocess
import tempfile

from scipy.stats import wilcoxon

from machine import BENCH, HERE, PYTHON, print_header
from problems import PROBLEMS, initial_configurations

OURS = ["random", "sobol", "evolution", "tpe", "cma-es", "gp"]
OPTUNAS = ["tpe", "tpe-multivariate", "cma-es"]
# which of ours must not be worse than which of Optuna's
RIVALS = [("tpe", "tpe"), ("tpe", "tpe-multivariate"), ("cma-es", "cma-es")]
EVALUATIONS = [20, 50, 100, 200]
SIGNIFICANT = 0.05
# where, after how many evaluations and how many times lower than Optuna's best the regret of the Gaussian process has to be
GP_REQUIRED = {("branin", 100): 10, ("hartmann6", 100): 10}


def read_lines(path):
    if not os.path.exists(path):
        return []
    with open(path) as file:
        return [json.loads(line) for line in file]


class Runs:
    """The errors of every trial of all seeds, by problem and searcher; each is run once and kept in a folder."""

    def __init__(self, folder, arguments):
        self.folder, self.arguments = folder, arguments

    def errors(self, problem, side, searcher):
        """A list for each seed; None when the searcher refuses the space."""
        path = os.path.join(self.folder, f"{problem}.{side}-{searcher}.{self.arguments.initial}.jsonl")
        lines = read_lines(path)
        if len(lines) < self.arguments.seeds and not any("refused" in line for line in lines):
            command = self.ours(problem) if side == "ours" else self.optunas()
            output = subprocess.run(
                command + ["--problem", problem, "--searcher", searcher, "--trials", str(max(EVALUATIONS))],
                check=True, stdout=subprocess.PIPE, text=True).stdout
            with open(path, "w") as file:
                file.write(output)
            lines = read_lines(path)
        return None if any("refused" in line for line in lines) else [line["values"] for line in lines[:self.arguments.seeds]]

    def ours(self, problem):
        path = os.path.join(self.folder, f"{problem}.initial.{self.arguments.initial}.jsonl")
        with open(path, "w") as file:
            for seed in range(self.arguments.seeds):
                file.write(json.dumps(initial_configurations(problem, seed, self.arguments.initial)) + "\n")
        return [BENCH, "quality", "--initial", path]

    def optunas(self):
        return [PYTHON, os.path.join(HERE, "optuna_quality.py"), "--seeds", str(self.arguments.seeds), "--initial", str(self.arguments.initial)]


def regrets(problem, errors, evaluations):
    """For each seed how far the best error after so many evaluations is above the minimum; infinite when all of them failed."""
    return [min((value for value in values[:evaluations] if value is not None), default=math.inf) - PROBLEMS[problem].minimum
            for values in errors]


def p_worse(ours, theirs):
    """How probable it is to see ours this much larger if they were not."""
    ties = sum(mine == other for mine, other in zip(ours, theirs))
    if ties == len(ours):
        return 1.0
    return wilcoxon(ours, theirs, alternative="greater", method="approx" if ties else "auto").pvalue


def table(*columns):
    print("| " + " | ".join(columns) + " |")
    print("|" + "---|" * len(columns), flush=True)


def print_medians(results, problem, columns):
    for evaluations in EVALUATIONS:
        cells = []
        for side, searcher in columns:
            errors = results[side, searcher]
            cells.append("refused" if errors is None else f"{statistics.median(regrets(problem, errors, evaluations)):.3g}")
        print(f"| {problem} | {evaluations} | " + " | ".join(cells) + " |", flush=True)


def rival_rows(results, problem):
    for mine, rival in RIVALS:
        ours, theirs = results.get(("ours", mine)), results["Optuna", rival]
        if not ours:
            continue
        for evaluations in EVALUATIONS:
            a, b = regrets(problem, ours, evaluations), regrets(problem, theirs, evaluations)
            p = p_worse(a, b)
            yield (problem, str(evaluations), f"{mine} to Optuna's {rival}", f"{statistics.median(a):.3g}", f"{statistics.median(b):.3g}",
                   f"{p:.3f}", "**worse**" if p < SIGNIFICANT else "not worse")


def gaussian_process_rows(results, problem):
    ours = results.get(("ours", "gp"))
    for evaluations in EVALUATIONS if ours else []:
        median = statistics.median(regrets(problem, ours, evaluations))
        best = min(statistics.median(regrets(problem, results["Optuna", rival], evaluations)) for rival in OPTUNAS)
        required = GP_REQUIRED.get((problem, evaluations))
        met = "" if required is None else "met" if best >= required * median else "**missed**"
        yield problem, str(evaluations), f"{median:.3g}", f"{best:.3g}", f"{best / median:.1f}", str(required or "–"), met


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=20)
    parser.add_argument("--problems", nargs="+", choices=PROBLEMS, default=list(PROBLEMS))
    parser.add_argument("--searchers", nargs="+", choices=OURS, default=OURS, help="which of ours")
    parser.add_argument("--initial", type=int, default=1, help="how many random configurations both sides start with")
    parser.add_argument("--results", help="a folder that keeps the runs; a temporary one by default")
    return parser.parse_args()


def main():
    arguments = parse_arguments()
    columns = [("ours", searcher) for searcher in arguments.searchers] + [("Optuna", searcher) for searcher in OPTUNAS]
    print_header("bench/quality.sh", f"{arguments.seeds} seeds, on both sides the same {arguments.initial} random configuration(s) first")
    print("- median simple regret: how far the best error after so many evaluations, failed ones counted, is above the minimum\n")
    results = {}
    with tempfile.TemporaryDirectory() as temporary:
        runs = Runs(arguments.results or temporary, arguments)
        table("problem", "evaluations", *(f"{side} {searcher}" for side, searcher in columns))
        for problem in arguments.problems:
            results[problem] = {(side, searcher): runs.errors(problem, side, searcher) for side, searcher in columns}
            print_medians(results[problem], problem, columns)
    print("\nOurs against Optuna's; p is the one-sided Wilcoxon signed-rank test that ours is worse.\n")
    table("problem", "evaluations", "searcher", "ours", "Optuna", "p", "")
    for problem in arguments.problems:
        for row in rival_rows(results[problem], problem):
            print("| " + " | ".join(row) + " |")
    print("\nThe Gaussian process against the best of Optuna's medians.\n")
    table("problem", "evaluations", "ours gp", "Optuna's best", "times lower", "required", "")
    for problem in arguments.problems:
        for row in gaussian_process_rows(results[problem], problem):
            print("| " + " | ".join(row) + " |")


if __name__ == "__main__":
    main()
