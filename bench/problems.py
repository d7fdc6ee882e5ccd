"""The problems of quality.sh for Optuna; `Hpo.Bench/Problems` has the same ones for our side.

The formulas of the two problems of our own (`log` is to base 10 unless it is log2):

mixed, five hyperparameters of four kinds, minimum 0 at learning_rate 10^-3.1, units 128, layers 4, dropout 0.3, optimizer adam:
    rate = -1, -2, -3 for sgd, momentum, adam; penalty = 0.3, 0.1, 0 likewise
    (log learning_rate - rate + 0.1 (layers - 3))^2 + 0.2 (log2 units - 7)^2 + 0.05 (layers - 4)^2
    + 2 (dropout - 0.1 (log2 units - 4))^2 + penalty

failing, four hyperparameters, minimum 0 at momentum 0.8, batch_size 32, learning_rate 0.2 * 10^-0.2, weight_decay 10^-4.2; about
two fifths of the space fail, and the minimum lies close to that region:
    step = log(learning_rate / (1 - momentum)), size = log2 batch_size
    an exception when batch_size > 256, not a number when step > 0.25 size - 1.25, else
    (step + 0.2)^2 + 4 (momentum - 0.8)^2 + 0.1 (size - 5)^2 + 0.05 (log weight_decay + 4 - step)^2
"""

import math
import random

HARTMANN_ALPHA = [1.0, 1.2, 3.0, 3.2]
HARTMANN_A = [[10, 3, 17, 3.5, 1.7, 8], [0.05, 10, 17, 0.1, 8, 14], [3, 3.5, 1.7, 10, 17, 8], [17, 8, 0.05, 10, 0.1, 14]]
HARTMANN_P = [[0.1312, 0.1696, 0.5569, 0.0124, 0.8283, 0.5886], [0.2329, 0.4135, 0.8307, 0.3736, 0.1004, 0.9991],
              [0.2348, 0.1451, 0.3522, 0.2883, 0.3047, 0.6650], [0.4047, 0.8828, 0.8732, 0.5743, 0.1091, 0.0381]]
RATES = {"sgd": -1, "momentum": -2, "adam": -3}
PENALTIES = {"sgd": 0.3, "momentum": 0.1, "adam": 0}


class Uniform:
    def __init__(self, lower, upper, log=False):
        self.lower, self.upper, self.log = lower, upper, log

    def suggest(self, trial, name):
        return trial.suggest_float(name, self.lower, self.upper, log=self.log)

    def sample(self, source):
        return math.exp(source.uniform(math.log(self.lower), math.log(self.upper))) if self.log else source.uniform(self.lower, self.upper)


class Integers:
    """Both ends are included."""

    def __init__(self, lower, upper, log=False):
        self.lower, self.upper, self.log = lower, upper, log

    def suggest(self, trial, name):
        return trial.suggest_int(name, self.lower, self.upper, log=self.log)

    def sample(self, source):
        return round(math.exp(source.uniform(math.log(self.lower), math.log(self.upper)))) if self.log else source.randint(self.lower, self.upper)


class Choice:
    def __init__(self, *values):
        self.values = values

    def suggest(self, trial, name):
        return trial.suggest_categorical(name, self.values)

    def sample(self, source):
        return source.choice(self.values)


class Problem:
    def __init__(self, minimum, space, function):
        self.minimum, self.space, self.function = minimum, space, function

    def sample(self, source):
        return {name: domain.sample(source) for name, domain in self.space.items()}

    def objective(self, trial):
        return self.function(**{name: domain.suggest(trial, name) for name, domain in self.space.items()})


def branin(x1, x2):
    bend = x2 - 5.1 / (4 * math.pi ** 2) * x1 ** 2 + 5 / math.pi * x1 - 6
    return bend ** 2 + 10 * (1 - 1 / (8 * math.pi)) * math.cos(x1) + 10


def hartmann6(**x):
    point = list(x.values())
    return -sum(alpha * math.exp(-sum(a * (value - p) ** 2 for a, p, value in zip(weights, centre, point)))
                for alpha, weights, centre in zip(HARTMANN_ALPHA, HARTMANN_A, HARTMANN_P))


def rosenbrock(**x):
    point = list(x.values())
    return sum(100 * (after - value ** 2) ** 2 + (1 - value) ** 2 for value, after in zip(point, point[1:]))


def mixed(learning_rate, units, layers, dropout, optimizer):
    width = math.log2(units)
    return ((math.log10(learning_rate) - RATES[optimizer] + 0.1 * (layers - 3)) ** 2 + 0.2 * (width - 7) ** 2 + 0.05 * (layers - 4) ** 2
            + 2 * (dropout - 0.1 * (width - 4)) ** 2 + PENALTIES[optimizer])


def failing(learning_rate, momentum, batch_size, weight_decay):
    step, size = math.log10(learning_rate / (1 - momentum)), math.log2(batch_size)
    if batch_size > 256:
        raise MemoryError("the batch does not fit into the memory")
    if step > 0.25 * size - 1.25:
        return math.nan
    return ((step + 0.2) ** 2 + 4 * (momentum - 0.8) ** 2 + 0.1 * (size - 5) ** 2
            + 0.05 * (math.log10(weight_decay) + 4 - step) ** 2)


def cube(dimensions, lower, upper):
    return {f"x{i + 1}": Uniform(lower, upper) for i in range(dimensions)}


PROBLEMS = {
    "branin": Problem(0.39788735772973816, {"x1": Uniform(-5, 10), "x2": Uniform(0, 15)}, branin),
    "hartmann6": Problem(-3.322368011415514, cube(6, 0, 1), hartmann6),
    "rosenbrock4": Problem(0, cube(4, -5, 10), rosenbrock),
    "mixed": Problem(0, {
        "learning_rate": Uniform(1e-5, 1, log=True), "units": Integers(8, 1024, log=True), "layers": Integers(1, 8),
        "dropout": Uniform(0, 0.9), "optimizer": Choice("sgd", "momentum", "adam")}, mixed),
    "failing": Problem(0, {
        "learning_rate": Uniform(1e-4, 10, log=True), "momentum": Uniform(0, 0.99), "batch_size": Integers(8, 512, log=True),
        "weight_decay": Uniform(1e-6, 1e-1, log=True)}, failing),
}


def initial_configurations(name, seed, count):
    """The configurations that both sides start with."""
    source = random.Random(f"{name} {seed}")
    return [PROBLEMS[name].sample(source) for _ in range(count)]
