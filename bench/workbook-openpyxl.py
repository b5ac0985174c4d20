"""The peer: load workbooks and save them, nothing else. Arguments: the folder to save in, then the workbooks."""
import json
import os
import resource
import sys

import openpyxl

folder, *paths = sys.argv[1:]
for path in paths:
    openpyxl.load_workbook(path).save(os.path.join(folder, os.path.basename(path)))
usage = resource.getrusage(resource.RUSAGE_SELF)
print(json.dumps({"peakMegabytes": usage.ru_maxrss / 1024, "cpu": usage.ru_utime + usage.ru_stime}))
