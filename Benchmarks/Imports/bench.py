"""Imports a long list with the program itself and checks every count: bench.py PROGRAM RULES [ROWS [SEED]].

The list is what a county's software distribution exports: hosts times programs, a third of them products of the
catalogue, semicolons, Windows-1252. One row in a thousand is wrong in one of five ways. Next month's list has 2 % other
versions. Exit status 1 if a count, a refused line or the memory is not what it must be.
"""
import json
import os
import random
import re
import sys
import tempfile
import time

PROGRAM, RULES = (os.path.abspath(path) for path in sys.argv[1:3])
ROWS = int(sys.argv[3]) if len(sys.argv) > 3 else 200_000
SEED = int(sys.argv[4]) if len(sys.argv) > 4 else 5
MOST_MEGABYTES = 1_000
WRONG = [";;1.0;1;{host}", "Firma;{name};1.0;viele;{host}", 'Firma;"{name};1.0;1;{host}', "Firma;" + "x" * 3_000 + ";1;1;{host}"]
WRONG.append("Firma;\x01 ;1.0;1;{host}")
FLEET = """
apiVersion: lagebild/1
kind: Fleet
cooperation: {id: bench, name: Bench, scanner: {contact: scan@ikz.example, info_url: "https://scan.ikz.example/"}}
contacts:
  it: {name: IT, role: it-lead, email: it@nord.example}
authorisations:
  FRG-1: {granted_by: Nord, signed_by: it, document: 1.pdf, valid_from: 2026-01-01, valid_until: 2099-12-31, level: light}
bodies:
  - {id: nord, name: Landkreis Nord, type: county, owner: it, authorisation: FRG-1, domains: [{name: nord.example}],
     networks: [{cidr: 192.0.2.0/24}]}
"""


def catalogue_names():
    names = []
    for name in sorted(os.listdir(f"{RULES}/catalogue")):
        with open(f"{RULES}/catalogue/{name}", encoding="utf-8") as file:
            names += re.findall(r"- \{id: [^,]+, name: ([^,\"{}]+),", file.read())
    return [name for name in names if name.isascii() and ";" not in name]


def write_list(path, changed):
    """Answers how many rows are good, and the lines of the others."""
    dice = random.Random(SEED)
    known = catalogue_names()
    programs = [dice.choice(known) if number % 3 == 0 else f"Verfahren für Größe {number}" for number in range(4_000)]
    wrong, versions = [], random.Random(SEED + 1)
    with open(path, "w", encoding="cp1252", newline="") as file:
        file.write("Softwareliste;;;;\r\nHersteller;Produkt;Version;Anzahl;Rechner\r\n")
        for number in range(ROWS):
            host, name = f"pc-{number // 100}", programs[dice.randrange(len(programs))]
            version = f"{dice.randrange(30)}.{dice.randrange(10)}"
            if changed and versions.randrange(50) == 0:
                version += ".neu"
            if number % 1_000 == 999:
                wrong.append(number + 3)
                file.write(WRONG[number // 1_000 % len(WRONG)].format(host=host, name=name) + "\r\n")
            else:
                file.write(f"Firma {number % 70};{name};{version};1;{host}\r\n")
    return ROWS - len(wrong), wrong


def run(step, *arguments):
    """Runs the program, prints what it cost, answers what it printed."""
    start = time.monotonic()
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.dup2(writing, 1)
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
        os.close(reading)
        os.execve(PROGRAM, ["lagebild", *arguments], {"LAGEBILD_RULES": RULES, "PATH": "/usr/bin:/bin"})
    os.close(writing)
    with os.fdopen(reading, encoding="utf-8") as file:
        output = file.read()
    _, status, usage = os.wait4(child, 0)
    require(status == 0, f"{step}: status {os.waitstatus_to_exitcode(status)}")
    megabytes = usage.ru_maxrss / 1024
    store = os.path.getsize("lagebild.db") / 1e6 if os.path.exists("lagebild.db") else 0
    cpu = usage.ru_utime + usage.ru_stime
    print(f"| {step} | {time.monotonic() - start:.1f} | {cpu:.1f} | {megabytes:.0f} | {store:.1f} |", flush=True)
    require(megabytes <= MOST_MEGABYTES, f"{step}: {megabytes:.0f} MB, more than {MOST_MEGABYTES}")
    return output


def imported(step, *arguments):
    return json.loads(run(step, "import", *arguments, "--body", "nord", "--format", "json"))["files"][0]


def require(holds, message):
    if not holds:
        sys.exit(f"Error: {message}")


def main():
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        with open("fleet.yaml", "w", encoding="utf-8") as file:
            file.write(FLEET)
        good, wrong = write_list("liste 2026-10.csv", changed=False)
        write_list("liste 2026-11.csv", changed=True)
        size = os.path.getsize("liste 2026-10.csv") / 1e6
        print(f"{ROWS} rows, {size:.1f} MB, {len(wrong)} of them wrong\n")
        print("| step | wall s | CPU s | peak MB | store MB |\n|---|---|---|---|---|")
        answer = imported("dry run", "liste 2026-10.csv", "--dry-run")
        require(answer["new"] == good and answer["import"] is None, f"dry run: {answer['new']} new, not {good}")
        answer = imported("import", "liste 2026-10.csv")
        require((answer["rows"], answer["new"], answer["refused"]) == (good, good, len(wrong)), f"import: {answer['rows']}")
        require([refusal["line"] for refusal in answer["refusals"]] == wrong, "import: other lines were refused")
        answer = imported("the same file again", "liste 2026-10.csv")
        require(answer["same_as"] == "I-1" and answer["new"] == 0, "again: it is not known")
        answer = imported("next month's list, 2 % changed", "liste 2026-11.csv")
        require(answer["replaces"] == "I-1" and answer["new"] == answer["gone"] == 0, "next month: rows were lost or doubled")
        require(0.01 < answer["changed"] / good < 0.03, f"next month: {answer['changed']} changed")
        require(answer["changed"] + answer["unchanged"] == good, "next month: the sum does not fit")
        rows = json.loads(run("work lists", "software", "worklists", "--format", "json"))["work"]
        require(rows, "work lists: nothing in them")
        run("taking it back", "import", "undo", "I-2")
        answer = imported("the same file again, after that", "liste 2026-10.csv")
        require(answer["same_as"] == "I-1", "after undo: it is not known")
        print("\nEvery count and every refused line is as written.")


main()
