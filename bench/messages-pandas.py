"""The same AW319 with pandas: `read_fwf`, or lines cut with slices.

The equal job: what a line is about, its client, month, number and amount, added up per client, product, month
and unit as our table is, and from that per product and month. Nothing is checked and no client is made a pseudonym.
"""
import json
import resource
import sys
import time

begin = time.perf_counter()
import pandas as pd  # noqa: E402  (its loading is part of the run, as ours is)

path, way = sys.argv[1], sys.argv[2]
FIELDS = {"kind": (0, 2), "bsn": (14, 23), "from": (105, 111), "code": (124, 129), "count": (129, 133),
          "unit": (133, 135), "cents": (185, 193), "sign": (193, 194)}
if way == "fwf":
    # Text first and numbers after it: leaving the types to read_fwf takes longer.
    frame = pd.read_fwf(path, colspecs=list(FIELDS.values()), names=list(FIELDS), dtype=str, header=None,
                        encoding="latin-1", delimiter="\0")
    frame = frame[frame["kind"] == "04"]
else:
    with open(path, encoding="latin-1", newline="\r\n") as file:
        lines = pd.Series([line for line in file if line.startswith("04")])
    frame = pd.DataFrame({name: lines.str[first:last] for name, (first, last) in FIELDS.items()})
sign = frame["sign"].map({"D": 1, "C": -1})
frame["amount"] = frame["cents"].astype("int64") * sign
frame["number"] = frame["count"].astype("int64") * sign
table = frame.groupby(["bsn", "code", "from", "unit"], sort=False)[["amount", "number"]].sum()
sums = table.groupby(["code", "from"])["amount"].sum()
end = time.perf_counter()
usage = resource.getrusage(resource.RUSAGE_SELF)
print(json.dumps({
    "version": pd.__version__,
    "readSeconds": end - begin,
    "cpuSeconds": usage.ru_utime + usage.ru_stime,
    "peakMegabytes": usage.ru_maxrss / 1024,
    "lines": len(frame),
    "clientGroups": len(table),
    "groups": [["%s|%s-%s" % (code.strip(), month[:4], month[4:]), int(value)] for (code, month), value in sums.items()],
}))
