"""The same declaration with Python's expat-based iterparse: sums per product and month."""
import json
import resource
import sys
import time
from xml.etree.ElementTree import iterparse

begin = time.perf_counter()
M = "{http://www.istandaarden.nl/iwmo/3_2/wmo323/schema}"
B = "{http://www.istandaarden.nl/iwmo/3_2/basisschema/schema}"
LINE, CLIENT, CODE, PERIOD = M + "Prestatie", M + "Client", M + "ProductCode", M + "ProductPeriode"
AMOUNT, BEGIN, CENTS, SIGN = M + "IngediendBedrag", B + "Begindatum", B + "Bedrag", B + "DebetCredit"
groups = {}
lines = 0
clients = set()
holder = None
for _, element in iterparse(sys.argv[1]):
    if element.tag == LINE:
        lines += 1
        code = month = None
        cents = 0
        for part in element:
            if part.tag == CODE:
                code = part.text
            elif part.tag == PERIOD:
                month = part[0].text[:7]
            elif part.tag == AMOUNT:
                cents = int(part[0].text)
                if part[1].text == "C":
                    cents = -cents
        key = code + "|" + month
        groups[key] = groups.get(key, 0) + cents
        element.clear()
    elif element.tag == CLIENT:
        clients.add(element[0].text)
        element.clear()
end = time.perf_counter()
usage = resource.getrusage(resource.RUSAGE_SELF)
print(json.dumps({
    "version": sys.version.split()[0],
    "readSeconds": end - begin,
    "cpuSeconds": usage.ru_utime + usage.ru_stime,
    "peakMegabytes": usage.ru_maxrss / 1024,
    "lines": lines,
    "groups": sorted(groups.items()),
}))
