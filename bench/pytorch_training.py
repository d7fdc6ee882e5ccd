"""The same training as `Hpo.Bench training`, in PyTorch, on the CPU.

To be fair to PyTorch: the images are loaded once and kept as float tensors, batches are cut out by index_select (no
DataLoader), gradients are set to None rather than zeroed, and evaluation runs in large batches without autograd.
An epoch is 60,000 training images and 10,000 validation images. Prints one line of JSON.
"""

import argparse
import gzip
import json
import resource
import time

import numpy
import torch
from torch import nn


def read_images(path):
    with gzip.open(path) as file:
        data = numpy.frombuffer(file.read(), dtype=numpy.uint8, offset=16)
    return torch.from_numpy(data.reshape(-1, 1, 28, 28).astype(numpy.float32) / 255)


def read_labels(path):
    with gzip.open(path) as file:
        return torch.from_numpy(numpy.frombuffer(file.read(), dtype=numpy.uint8, offset=8).astype(numpy.int64))


def with_fresh_weights(net):
    for layer in net:
        if isinstance(layer, (nn.Conv2d, nn.Linear)):
            nn.init.xavier_uniform_(layer.weight)
            nn.init.zeros_(layer.bias)
    return net


def lenet(variant):
    activation, pooling = (nn.ReLU, nn.MaxPool2d) if variant == "modern" else (nn.Sigmoid, nn.AvgPool2d)
    return with_fresh_weights(nn.Sequential(
        nn.Conv2d(1, 6, 5, padding=2), activation(), pooling(2),
        nn.Conv2d(6, 16, 5), activation(), pooling(2), nn.Flatten(),
        nn.Linear(400, 120), activation(), nn.Linear(120, 84), activation(), nn.Linear(84, 10)))


def dropout_mlp(hiddens_1, hiddens_2, dropout_1, dropout_2):
    net = nn.Sequential(
        nn.Flatten(), nn.Linear(784, hiddens_1), nn.ReLU(), nn.Dropout(dropout_1),
        nn.Linear(hiddens_1, hiddens_2), nn.ReLU(), nn.Dropout(dropout_2), nn.Linear(hiddens_2, 10))
    return with_fresh_weights(net)


def run_epoch(net, optimizer, images, labels, batch):
    net.train()
    order = torch.randperm(len(images))
    for start in range(0, len(images), batch):
        chosen = order[start:start + batch]
        loss = nn.functional.cross_entropy(net(images[chosen]), labels[chosen])
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        optimizer.step()


def validation_error(net, images, labels):
    net.eval()
    wrong = 0
    with torch.no_grad():
        for start in range(0, len(images), 500):
            wrong += (net(images[start:start + 500]).argmax(1) != labels[start:start + 500]).sum().item()
    return wrong / len(images)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--variant", choices=["modern", "classic", "mlp"], default="modern")
    parser.add_argument("--batch", type=int, default=128)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--learning-rate", type=float, default=0.1)
    parser.add_argument("--seed", type=int, default=0)
    for hiddens in ("--hiddens-1", "--hiddens-2"):
        parser.add_argument(hiddens, type=int, default=256, help="units of a hidden layer of the mlp")
    for dropout in ("--dropout-1", "--dropout-2"):
        parser.add_argument(dropout, type=float, default=0.5, help="share of a hidden layer of the mlp that is dropped")
    parser.add_argument("--data", default="/usr/share/datasets/fashion-mnist")
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    images, labels = (read_images(f"{options.data}/train-images-idx3-ubyte.gz"), read_labels(f"{options.data}/train-labels-idx1-ubyte.gz"))
    test_images, test_labels = (read_images(f"{options.data}/t10k-images-idx3-ubyte.gz"), read_labels(f"{options.data}/t10k-labels-idx1-ubyte.gz"))
    if options.variant == "mlp":
        net = dropout_mlp(options.hiddens_1, options.hiddens_2, options.dropout_1, options.dropout_2)
    else:
        net = lenet(options.variant)
    optimizer = torch.optim.SGD(net.parameters(), lr=options.learning_rate)
    seconds, cpu_seconds, errors = [], [], []
    for _ in range(options.epochs):
        start, cpu_start = time.perf_counter(), time.process_time()
        run_epoch(net, optimizer, images, labels, options.batch)
        errors.append(validation_error(net, test_images, test_labels))
        seconds.append(time.perf_counter() - start)
        cpu_seconds.append(time.process_time() - cpu_start)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
    print(json.dumps({"seconds": seconds, "cpuSeconds": cpu_seconds, "errors": errors, "peakMegabytes": peak}))


if __name__ == "__main__":
    main()
