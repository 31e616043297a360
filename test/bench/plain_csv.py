"""The hours of one month, as an analyst would compute them with Python's csv module: what `resurs` is timed against.

usage: plain_csv.py DIR MONTH [--reader]

It takes every file on trust, knows year forecasts only, and reads the standard dialect only. `--reader` reads the
statistics with csv.reader and column indexes, which is faster than csv.DictReader.
"""

import argparse
import csv
import json
import os
from collections import defaultdict


def read_rows(folder, name):
    with open(os.path.join(folder, name), newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def read_statistics_by_name(path, region_of):
    decisions = defaultdict(int)
    new_decisions = defaultdict(int)
    with open(path, newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            key = (row["programme"], region_of[row["region"]], row["month"])
            decisions[key] += int(row["decisions"])
            new_decisions[key] += int(row["new_decisions"])
    return decisions, new_decisions


def read_statistics_by_index(path, region_of):
    decisions = defaultdict(int)
    new_decisions = defaultdict(int)
    with open(path, newline="", encoding="utf-8") as file:
        rows = csv.reader(file)
        header = next(rows)
        month, programme, region, all_count, new_count = (
            header.index(name) for name in ("month", "programme", "region", "decisions", "new_decisions")
        )
        for row in rows:
            key = (row[programme], region_of[row[region]], row[month])
            decisions[key] += int(row[all_count])
            new_decisions[key] += int(row[new_count])
    return decisions, new_decisions


def latest_forecasts(rows, year):
    """Decisions in the year, per programme, from the latest vintage that covers it."""
    latest = {}
    for row in rows:
        if row["period"] != year:
            continue
        known = latest.get(row["programme"])
        if known is None or row["published"] > known["published"]:
            latest[row["programme"]] = row
    annual = {}
    for programme, row in latest.items():
        if row["decisions_per_month"]:
            annual[programme] = float(row["decisions_per_month"]) * 12
        else:
            annual[programme] = float(row["expenditure_mkr"]) * 1e6 / float(row["cost_per_decision"])
    return annual


def schablons_in_force(rows, month):
    """(programme, region) -> {(measure, step): value}, of each key the row with the latest valid_from."""
    latest = {}
    for row in rows:
        if row["valid_from"] <= month and (not row["valid_to"] or month <= row["valid_to"]):
            key = (row["programme"], row["region"], row["measure"], row["step"])
            if key not in latest or row["valid_from"] > latest[key][0]:
                latest[key] = (row["valid_from"], float(row["value"]))
    in_force = defaultdict(dict)
    for (programme, region, measure, step), (_, value) in latest.items():
        in_force[programme, region][measure, step] = value
    return in_force


def estimate(folder, month, read_statistics):
    region_of = {row["code"]: row["region"] for row in read_rows(folder, "regions.csv")}
    regions = sorted(set(region_of.values()))
    decisions, new_decisions = read_statistics(os.path.join(folder, "statistics.csv"), region_of)
    annual = latest_forecasts(read_rows(folder, "forecasts.csv"), month[:4])
    schablons = schablons_in_force(read_rows(folder, "schablons.csv"), month)

    last_year = str(int(month[:4]) - 1)
    reference = last_year + month[4:]
    year_months = [f"{last_year}-{number:02d}" for number in range(1, 13)]

    results = []
    for programme in sorted(annual):
        nation = sum(decisions[programme, region, reference] for region in regions)
        nation_new = sum(new_decisions[programme, region, reference] for region in regions)
        nation_year = sum(decisions[programme, region, m] for region in regions for m in year_months)
        month_decisions = annual[programme] * nation / nation_year

        for region in regions:
            held = decisions[programme, region, reference]
            new_share = new_decisions[programme, region, reference] / held if held else nation_new / nation
            new = month_decisions * held / nation * new_share

            values = {**schablons[programme, ""], **schablons[programme, region]}
            share = values["collaboration_share", ""]
            base = sum(value for (measure, _), value in values.items() if measure == "base_hours")
            extra = sum(value for (measure, _), value in values.items() if measure == "collaboration_hours")
            results.append(
                {
                    "programme": programme,
                    "region": region,
                    "newDecisions": new,
                    "baseHours": new * base,
                    "collaborationHours": new * share * extra,
                    "totalHours": new * base + new * share * extra,
                }
            )
    quantities = ("newDecisions", "baseHours", "collaborationHours", "totalHours")
    total = {quantity: sum(row[quantity] for row in results) for quantity in quantities}
    return {"rows": results, "grandTotal": total}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder")
    parser.add_argument("month")
    parser.add_argument("--reader", action="store_true")
    options = parser.parse_args()
    read_statistics = read_statistics_by_index if options.reader else read_statistics_by_name
    print(json.dumps(estimate(options.folder, options.month, read_statistics)))


if __name__ == "__main__":
    main()
