"""What the tables say about the machine, and where the programs are."""

import datetime
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
BENCH = os.path.join(HERE, "Hpo.Bench", "bin", "Release", "net10.0", "Hpo.Bench")
PYTHON = "/usr/bin/python3"


def processor():
    with open("/proc/cpuinfo") as file:
        return next(line.split(":")[1].strip() for line in file if line.startswith("model name"))


def print_header(script, remark):
    print(f"- {datetime.date.today()}, {processor()}, {os.cpu_count()} cores, load before the run {os.getloadavg()[0]:.1f}")
    print(f"- command: `{' '.join([script, *sys.argv[1:]])}`; {remark}")
