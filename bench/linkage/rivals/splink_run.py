"""Runs Splink once on one data set and writes its edges, clusters and timings.

    python splink_run.py --data fake|febrl|taiwan|... --input FILE --out DIR [--keys FILE.parquet] [--loose] [--threads 2] [--threshold 0.5]

The settings follow Splink's documentation where it has an example for the data; see README.md.
"""

import argparse
import json
import os
import resource
import sys
import time

process_start = time.time()

import duckdb  # noqa: E402
import splink.comparison_library as cl  # noqa: E402
from splink import DuckDBAPI, Linker, SettingsCreator, block_on  # noqa: E402

import splink_data  # noqa: E402


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", required=True, choices=sorted(splink_data.DATA))
    parser.add_argument("--input", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--keys")
    parser.add_argument("--loose", action="store_true")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--threshold", type=float, default=0.5)
    parser.add_argument("--keep-from", type=float, default=0.01)
    parser.add_argument("--spill")
    args = parser.parse_args()
    os.makedirs(args.out, exist_ok=True)

    phases: dict[str, float] = {"import": time.time() - process_start}
    mark = time.time()

    def phase(name: str) -> None:
        nonlocal mark
        now = time.time()
        phases[name] = phases.get(name, 0) + now - mark
        mark = now

    data = splink_data.DATA[args.data]
    connection = duckdb.connect(":memory:", config={"threads": args.threads})
    if args.spill:
        connection.execute(f"SET temp_directory = '{args.spill}'")
    reader = "read_parquet" if args.input.endswith(".parquet") else "read_csv"
    options = "" if reader == "read_parquet" else ", all_varchar = true, header = true"
    connection.execute(f"CREATE TABLE raw AS SELECT * FROM {reader}('{args.input}'{options})")
    phase("load")
    connection.execute(f"CREATE TABLE cleaned AS {data.clean}")
    phase("clean")
    rules = [block_on(*rule) if isinstance(rule, tuple) else rule for rule in (data.loose if args.loose else data.rules)]
    table = "cleaned"
    if args.keys:
        connection.execute(f"CREATE TABLE keyed AS SELECT c.*, k.* EXCLUDE (id) FROM cleaned c JOIN read_parquet('{args.keys}') k ON k.id = CAST(c.{data.id} AS VARCHAR)")
        names = [row[0] for row in connection.execute("DESCRIBE keyed").fetchall() if row[0].startswith("key_")]
        rules = [block_on(name) for name in names]
        table = "keyed"
    mark = time.time()

    settings = SettingsCreator(
        unique_id_column_name=data.id,
        link_type="dedupe_only",
        comparisons=data.comparisons(cl),
        blocking_rules_to_generate_predictions=rules,
        retain_matching_columns=False,
        retain_intermediate_calculation_columns=False,
    )
    api = DuckDBAPI(connection=connection)
    linker = Linker(api.register(table), settings, log_level="ERROR")
    phase("set-up")
    deterministic = [block_on(*rule) if isinstance(rule, tuple) else rule for rule in data.deterministic]
    linker.training.estimate_probability_two_random_records_match(deterministic, recall=data.recall)
    phase("prior")
    linker.training.estimate_u_using_random_sampling(**data.u_options)
    phase("u")
    for rule in data.sessions:
        linker.training.estimate_parameters_using_expectation_maximisation(block_on(*rule), **data.em_options)
    phase("em")
    predicted = linker.inference.predict(threshold_match_probability=args.keep_from)
    phase("predict")
    clusters = linker.clustering.cluster_pairwise_predictions_at_threshold(predicted, threshold_match_probability=args.threshold)
    phase("cluster")

    seconds = sum(value for name, value in phases.items() if name not in ("import", "load"))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    connection.execute(
        f"""COPY (SELECT CAST({data.id}_l AS VARCHAR) id_l, CAST({data.id}_r AS VARCHAR) id_r, match_weight AS weight, match_probability AS probability
            FROM {predicted.physical_name}) TO '{args.out}/edges.parquet' (FORMAT parquet)"""
    )
    connection.execute(
        f"COPY (SELECT CAST({data.id} AS VARCHAR) id, cluster_id AS cluster FROM {clusters.physical_name}) TO '{args.out}/clusters.parquet' (FORMAT parquet)"
    )
    usage = resource.getrusage(resource.RUSAGE_SELF)
    report = {
        "tool": "splink",
        "records": connection.execute("SELECT count(*) FROM raw").fetchone()[0],
        "edges": connection.execute(f"SELECT count(*) FROM {predicted.physical_name}").fetchone()[0],
        "phases": phases,
        "seconds": seconds,
        "peakBytes": peak,
        "cpuSeconds": usage.ru_utime + usage.ru_stime,
        "threshold": args.threshold,
    }
    with open(os.path.join(args.out, "splink.json"), "w", encoding="utf-8") as file:
        json.dump(report, file, indent=1)


if __name__ == "__main__":
    sys.exit(main())
