import { openMemory, openXlsx } from '../../src/workbook';
import { xlsxOf } from '../workbook/package-builder';
import { describeWorkbookPort } from './workbook-port.contract';

describeWorkbookPort('memory', (workbook) => Promise.resolve(openMemory(workbook)));
describeWorkbookPort('xlsx', (workbook) => openXlsx(xlsxOf(workbook), workbook.file));
