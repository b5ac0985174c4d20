import { latestVersions } from '../../src/core';
import { ProductionIntake } from '../../src/intake';
import { bytesFile } from './bytes-file';
import { BSN, declaration } from './message-builders';
import { readAll, remarks } from './read-all';

const B = 'http://www.istandaarden.nl/iwmo/3_2/basisschema/schema';

const head = (code: string, from: string, to: string): string =>
  `<m:Header><m:BerichtCode>${code}</m:BerichtCode><m:BerichtVersie>3</m:BerichtVersie><m:BerichtSubversie>2</m:BerichtSubversie>` +
  `<m:Afzender>${from}</m:Afzender><m:Ontvanger>${to}</m:Ontvanger>` +
  `<m:BerichtIdentificatie><b:Identificatie>X1</b:Identificatie><b:Dagtekening>2023-06-20</b:Dagtekening></m:BerichtIdentificatie></m:Header>`;

const PERSON =
  '<m:Bsn>999990019</m:Bsn><m:Geboortedatum><b:Datum>1950-01-01</b:Datum></m:Geboortedatum><m:Geslacht>0</m:Geslacht>' +
  '<m:Naam><b:Geslachtsnaam><b:Achternaam>Voorbeeld</b:Achternaam></b:Geslachtsnaam></m:Naam>';

const message = (number: string, code: string, from: string, to: string, body: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<m:Bericht xmlns:b="${B}" xmlns:m="http://www.istandaarden.nl/iwmo/3_2/wmo${number}/schema">\n` +
  `${head(code, from, to)}\n<m:Client>${PERSON}\n${body}</m:Client>\n</m:Bericht>\n`;

const allocated = (number: number, rest: string, decided = '2023-06-20'): string =>
  `<m:ToegewezenProduct>\n<m:ToewijzingNummer>${number}</m:ToewijzingNummer>${rest.replace(
    '@',
    `<m:Toewijzingsdatum>${decided}</m:Toewijzingsdatum><m:Toewijzingstijd>10:15:00</m:Toewijzingstijd>`,
  )}</m:ToegewezenProduct>\n`;

const HOURS =
  '<m:Product><b:Categorie>02</b:Categorie><b:Code>02A16</b:Code></m:Product>@<m:Ingangsdatum>2023-07-10</m:Ingangsdatum><m:Einddatum>2023-09-03</m:Einddatum>' +
  '<m:Omvang><b:Volume>3</b:Volume><b:Eenheid>04</b:Eenheid><b:Frequentie>2</b:Frequentie></m:Omvang>';
const EUROS =
  '<m:Product><b:Categorie>01</b:Categorie><b:Code>01A07</b:Code></m:Product>@<m:Ingangsdatum>2023-07-01</m:Ingangsdatum>' +
  '<m:Omvang><b:Volume>20000</b:Volume><b:Eenheid>83</b:Eenheid><b:Frequentie>4</b:Frequentie></m:Omvang>';
const BUDGET =
  '<m:Product><b:Categorie>07</b:Categorie></m:Product>@<m:Ingangsdatum>2023-07-01</m:Ingangsdatum><m:Einddatum>2024-06-30</m:Einddatum><m:Budget>600000</m:Budget>';

const allocations = (body: string): string =>
  message('301', '414', '9999', '99000001', `<m:ToegewezenProducten>\n${body}</m:ToegewezenProducten>\n`);

const stop = (number: number, end: string, reason = '19', status = '1'): string =>
  message(
    '307',
    '420',
    '99000001',
    '9999',
    `<m:StopProducten><m:StopProduct><m:ToewijzingNummer>${number}</m:ToewijzingNummer><m:Begindatum>2023-07-10</m:Begindatum>` +
      `<m:RedenBeeindiging>${reason}</m:RedenBeeindiging><m:Einddatum>${end}</m:Einddatum><m:StatusAanlevering>${status}</m:StatusAanlevering></m:StopProduct></m:StopProducten>`,
  );

describe('WMO301 3.2', () => {
  test('per week, per month in euros (cents in the message), and a budget for a category', async () => {
    const { intake, receipts } = await readAll([
      {
        name: 'a.xml',
        text: allocations(allocated(100001, HOURS) + allocated(100002, EUROS) + allocated(100003, BUDGET)),
      },
    ]);
    expect(receipts[0]?.lines).toMatchObject({ total: 3, read: 3, rejected: 0 });
    expect(remarks(receipts[0])).toEqual([]);
    const [hours, euros, budget] = intake.allocations;
    expect(hours).toMatchObject({
      number: '100001',
      municipality: '9999',
      provider: '99000001',
      domain: 'Wmo',
      product: '02A16',
      from: '2023-07-10',
      until: '2023-09-03',
      unit: 'uur',
      frequency: 'week',
      decidedAt: '2023-06-20T10:15:00',
      amount: null,
    });
    expect(hours?.volume?.toString()).toBe('3');
    expect(hours?.client).toMatch(/^PS-/);
    expect(euros).toMatchObject({ unit: 'euro', frequency: 'month', until: null });
    expect(euros?.volume?.toString()).toBe('200');
    expect(budget).toMatchObject({ product: '07', amount: 600000n, volume: null, frequency: 'total' });
    expect(
      JSON.stringify(intake.allocations, (_, value: unknown) =>
        typeof value === 'bigint' ? String(value) : value,
      ),
    ).not.toMatch(/Voorbeeld|999990019|1950/);
  });

  test('of two versions the one decided last holds, also when it is read first; reason 13 takes it back', async () => {
    const later = allocated(100001, HOURS.replace('2023-09-03', '2023-08-01'), '2023-06-25');
    const { intake } = await readAll([
      { name: 'b.xml', text: allocations(later) },
      { name: 'a.xml', text: allocations(allocated(100001, HOURS) + allocated(100002, EUROS)) },
      {
        name: 'c.xml',
        text: allocations(
          allocated(
            100002,
            EUROS.replace(
              '</m:Ingangsdatum>',
              '</m:Ingangsdatum><m:Einddatum>2023-07-01</m:Einddatum><m:RedenWijziging>13</m:RedenWijziging>',
            ),
            '2023-06-26',
          ),
        ),
      },
    ]);
    const { current } = latestVersions(intake.allocations);
    expect(current.map(({ number, until }) => [number, until])).toEqual([['100001', '2023-08-01']]);
  });

  test.each([
    ['allocation-no-end', HOURS.replace('<m:Einddatum>2023-09-03</m:Einddatum>', '')],
    ['allocation-both', HOURS.replace('</m:Omvang>', '</m:Omvang><m:Budget>1</m:Budget>')],
    ['allocation-no-volume', HOURS.replace(/<m:Omvang>.*/, '')],
    [
      'allocation-no-product',
      BUDGET.replace(/<m:Product>.*?<\/m:Product>/, '').replace('<m:Budget>600000</m:Budget>', ''),
    ],
    ['allocation-per-day', EUROS.replace('<b:Frequentie>4', '<b:Frequentie>1')],
    ['allocation-cents', EUROS.replace('>20000<', '>200<')],
    ['category-unknown', HOURS.replace('<b:Categorie>02', '<b:Categorie>45')],
  ])('a condition that isn’t met is said: %s', async (code, rest) => {
    const { receipts } = await readAll([{ name: 'a.xml', text: allocations(allocated(1, rest)) }]);
    expect(remarks(receipts[0])).toContain(code);
    expect(receipts[0]?.lines.read).toBe(1);
  });

  test.each([
    ['line-dates', HOURS.replace('2023-07-10', '2023-07-32')],
    ['line-dates-reversed', HOURS.replace('2023-07-10', '2023-10-10')],
    ['line-volume', HOURS.replace('<b:Volume>3<', '<b:Volume>3,5<')],
    ['line-volume', HOURS.replace('<b:Frequentie>2<', '<b:Frequentie>9<')],
    ['line-unit', HOURS.replace('<b:Eenheid>04<', '<b:Eenheid>99<')],
  ])('what can’t be an allocation is rejected: %s', async (code, rest) => {
    const { receipts, intake } = await readAll([{ name: 'a.xml', text: allocations(allocated(1, rest)) }]);
    expect(receipts[0]?.rejectedLines[0]?.reason.code).toBe(`messages-in.${code}`);
    expect(intake.allocations).toEqual([]);
  });
});

describe('start (305) and stop (307)', () => {
  test('a definitive stop ends its allocation; a temporary one and one taken back don’t', async () => {
    const first = { name: 'a.xml', text: allocations(allocated(100001, HOURS)) };
    const stopped = async (...texts: string[]) => {
      const { intake } = await readAll([
        first,
        ...texts.map((text, index) => ({ name: `s${index}.xml`, text })),
      ]);
      return intake.allocations[0]?.stoppedOn;
    };
    expect(await stopped(stop(100001, '2023-08-15'))).toBe('2023-08-15');
    expect(await stopped(stop(100001, '2023-08-15', '20'))).toBeUndefined();
    expect(await stopped(stop(100001, '2023-08-15'), stop(100001, '2023-08-15', '19', '3'))).toBeUndefined();
    expect(await stopped(stop(100009, '2023-08-15'))).toBeUndefined();
  });

  test('starts and stops are kept with their pseudonym', async () => {
    const start = message(
      '305',
      '418',
      '99000001',
      '9999',
      '<m:StartProducten><m:StartProduct><m:ToewijzingNummer>300001</m:ToewijzingNummer><m:Begindatum>2023-07-10</m:Begindatum><m:StatusAanlevering>1</m:StatusAanlevering></m:StartProduct></m:StartProducten>',
    );
    const { intake, receipts } = await readAll([{ name: 's.xml', text: start }]);
    expect(receipts[0]).toMatchObject({ format: 'wmo305', lines: { read: 1 } });
    expect(intake.events).toMatchObject([
      {
        kind: 'start',
        number: '300001',
        municipality: '9999',
        provider: '99000001',
        begin: '2023-07-10',
        end: null,
        deleted: false,
      },
    ]);
    expect(intake.events[0]?.client).toMatch(/^PS-/);
  });

  test('a status that may not be used is rejected', async () => {
    const { receipts } = await readAll([{ name: 's.xml', text: stop(1, '2023-08-15', '19', '9') }]);
    expect(receipts[0]?.rejectedLines[0]?.reason.code).toBe('messages-in.event-status');
  });
});

describe('matching from messages', () => {
  test('declared lines and allocations meet under one pseudonym, stops from another file included', async () => {
    const file = (name: string, text: string) => bytesFile(name, new TextEncoder().encode(text));
    const line = {
      reference: 'R1',
      allocation: 100001,
      category: '02',
      code: '02A16',
      from: '2023-07-10',
      until: '2023-07-31',
      volume: 90,
      unit: '01',
      tariff: 100,
      cents: 9000,
    };
    const intake = await ProductionIntake.open(
      [
        file(
          'd.xml',
          declaration([{ bsn: BSN[0], lines: [line] }], { from: '2023-07-01', until: '2023-07-31' }),
        ),
      ],
      {},
      [file('a.xml', allocations(allocated(100001, HOURS))), file('s.xml', stop(100001, '2023-08-15'))],
    );
    for (const part of intake.parts) {
      await (part.role === 'production' ? intake.readLines(part) : intake.readAllocationPart(part));
    }
    const [declared] = intake.lines;
    const [held] = intake.allocations;
    expect(declared).toMatchObject({ allocation: '100001', month: '2023-07', unit: 'minuut', amount: 9000n });
    expect(declared?.quantity?.toString()).toBe('90');
    expect(declared?.client).toBe(held?.client);
    expect(held?.stoppedOn).toBe('2023-08-15');
    const wrong = await ProductionIntake.open([], {}, [file('d.xml', declaration([]))]);
    const [part] = wrong.parts;
    if (!part) throw new Error('no part');
    await expect(wrong.readAllocationPart(part)).rejects.toThrow('messages-in.no-allocations');
  });
});
