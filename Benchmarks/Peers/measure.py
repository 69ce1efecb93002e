#!/usr/bin/env python3
"""Measures Lagebild and its peers on the same servers. Runs in a network of its own (scripts/bench-peers sees to that), so
that the kernel's counters count nothing else: a connection is one the servers' side accepted (PassiveOpens of
/proc/net/snmp). CPU is user and system time of the tool and all its children, memory the largest of them (wait4)."""
import argparse, os, pathlib, resource, signal, statistics, subprocess, sys, tempfile, time

import servers, tools


def accepted():
    header, values = [line.split() for line in open("/proc/net/snmp") if line.startswith("Tcp:")]
    return int(values[header.index("PassiveOpens")])


def measure(command, log):
    """Connections, CPU seconds, wall seconds, peak MB and exit status of one run."""
    before, start = accepted(), time.monotonic()
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True)
    try:
        _, status, usage = os.wait4(process.pid, 0)
    except BaseException:
        os.killpg(process.pid, signal.SIGTERM)
        raise
    return (accepted() - before, usage.ru_utime + usage.ru_stime, time.monotonic() - start, usage.ru_maxrss / 1024,
            os.waitstatus_to_exitcode(status))


def median(runs, index): return statistics.median(run[index] for run in runs)


def report(tool, what, endpoints, runs):
    found = tool.found()
    cells = [tool.name, what, endpoints, f"{median(runs, 0) / endpoints:.0f}", f"{median(runs, 1) * 1000 / endpoints:.1f}",
             f"{median(runs, 2):.2f}", f"{median(runs, 3):.0f}", " / ".join(map(str, found)) if found else "", runs[-1][4]]
    print("| " + " | ".join(map(str, cells)) + " |", flush=True)


def main():
    parser = argparse.ArgumentParser()
    for name in ("lagebild", "rules", "sslyze", "cryptolyze"): parser.add_argument(f"--{name}", default=name)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--only", nargs="*", help="tools by name; all where left out")
    options = parser.parse_args()
    resource.setrlimit(resource.RLIMIT_NOFILE, (16384, 16384))
    with tempfile.TemporaryDirectory(prefix="lagebild-peers-") as folder:
        os.chmod(folder, 0o755)
        fleet = servers.Servers(folder)
        try:
            compare(fleet, pathlib.Path(folder), options)
        finally:
            fleet.stop()


def compare(fleet, folder, options):
    print("| tool | servers | endpoints | connections each | CPU ms each | wall s | peak MB | suites / groups / chains | exit |")
    print("|---|---|---|---|---|---|---|---|---|")
    for kind in tools.ALL:
        if options.only and kind.name not in options.only: continue
        work = folder / kind.__name__
        work.mkdir()
        tool = kind(vars(options), work)
        if not tool.starts():
            print(f"| {tool.name} | does not start here | | | | | | | |", flush=True)
            continue
        with open(work / "log", "w") as log:
            for name, group in fleet.addresses.items():
                if 1 < tool.limit < 100 and name != "nginx-intermediate": continue
                runs = [measure(tool.one(group[0]), log) for _ in range(1 if 1 < tool.limit < 100 else options.runs)]
                report(tool, name, 1, runs)
            mixed = sample(fleet, tool.limit)
            if len(mixed) > 1: report(tool, "mixed", len(mixed), [measure(tool.many(mixed), log) for _ in range(1 if tool.limit < 100 else options.runs)])
        if os.environ.get("KEEP_LOG"): sys.stderr.write((work / "log").read_text())


def sample(fleet, limit):
    if limit >= len(fleet.all): return fleet.all
    return [group[-1] for group in fleet.addresses.values()][:limit] if limit > 1 else []


if __name__ == "__main__": main()
