"""The same work with pandas: read the file, add up per provider, domain, product and month."""
import json
import resource
import sys
import time

begin = time.perf_counter()
import pandas as pd  # noqa: E402  (its loading is part of the run, as ours is)

path, euro = sys.argv[1], sys.argv[2] == "euro"
loaded = time.perf_counter()
frame = pd.read_csv(
    path, sep=";", decimal=",", thousands=".", encoding="cp1252",
    dtype={"Periode": str, "Product": str},
)
if euro:
    text = frame["Bedrag"].str.replace("€ ", "", regex=False)
    text = text.str.replace(".", "", regex=False).str.replace(",", ".", regex=False)
    frame["Bedrag"] = text.astype(float)
sums = frame.groupby(["Aanbieder", "Domein", "Product", "Periode"])["Bedrag"].sum()
end = time.perf_counter()
print(json.dumps({
    "version": pd.__version__,
    "loadSeconds": loaded - begin,
    "readSeconds": end - loaded,
    "peakMegabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    "lines": len(frame),
    "total": round(frame["Bedrag"].sum() * 100),
    "groups": [["|".join(key), round(value * 100)] for key, value in sums.items()],
}))
