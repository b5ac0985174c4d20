import { openMemory, type FilePort } from '../../src/workbook';
import { bookOf, sheetOf } from '../core/prognosis/grid-builder';
import { JAN_DEC } from '../months';

/** The prognosis of a Wlz provider for 2022: 34,695.00 every month. */
export const wlzWorkbook = (): FilePort =>
  ({
    ...openMemory(
      bookOf(
        sheetOf('Prognose', [
          ['Aanbieder', 'Voorbeeldzorg'],
          ['Jaar', 2022],
          [],
          ['Product', ...JAN_DEC],
          ['VV5 met behandeling', ...JAN_DEC.map(() => 24232)],
          ['VV4 zonder behandeling', ...JAN_DEC.map(() => 10463)],
        ]),
      ),
    ),
    save: () => Promise.resolve(new Uint8Array()),
  }) as FilePort;
