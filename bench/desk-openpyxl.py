"""The peer: load workbooks, nothing else. Arguments: a folder of workbooks."""
import json
import os
import resource
import sys

import openpyxl

(folder,) = sys.argv[1:]
cells = 0
for name in sorted(os.listdir(folder)):
    book = openpyxl.load_workbook(os.path.join(folder, name))
    cells += sum(sheet.max_row * sheet.max_column for sheet in book.worksheets)
usage = resource.getrusage(resource.RUSAGE_SELF)
print(json.dumps({"cells": cells, "peakMegabytes": usage.ru_maxrss / 1024, "cpu": usage.ru_utime + usage.ru_stime}))
