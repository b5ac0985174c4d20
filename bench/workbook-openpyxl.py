"""The peer: load a workbook and save it, nothing else."""
import json
import resource
import sys

import openpyxl

book = openpyxl.load_workbook(sys.argv[1])
book.save(sys.argv[2])
print(json.dumps({"peakMegabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}))
