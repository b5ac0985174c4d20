/** Small builders of synthetic messages. Client numbers are of the published test range. */

export const BSN = ['999990019', '999900006', '999900018'] as const;

const n = (value: number | string, width: number): string => String(value).padStart(width, '0');
const a = (value: string, width: number): string => value.padEnd(width, ' ').slice(0, width);

export interface ClaimLine {
  readonly product: string;
  readonly from: string;
  readonly until: string;
  readonly count: number;
  readonly unit: string;
  readonly tariff: number;
  readonly cents: number;
  readonly credit?: boolean;
  readonly reference: string;
  readonly previous?: string;
  readonly comment?: string;
}

export interface ClaimClient {
  readonly bsn: string;
  readonly own?: string;
  readonly name?: string;
  readonly lines: readonly ClaimLine[];
}

export interface ClaimOptions {
  readonly code?: string;
  readonly version?: string;
  readonly kind?: 'P' | 'T';
  readonly invoice?: string;
  readonly from?: string;
  readonly until?: string;
  readonly provider?: string;
}

/** The records of an AW319 message, each of 310 characters. */
export function aw319Records(clients: readonly ClaimClient[], options: ClaimOptions = {}): string[] {
  const { from = '20230201', until = '20230228', provider = '99000001' } = options;
  const records: string[] = [
    `01${options.code ?? '187'}${options.version ?? '0104'}${options.kind ?? 'P'}${a('000000', 16)}9999${n(0, 24)}` +
      `${provider}04${from}${until}${a(options.invoice ?? 'VB2302-0001', 12)}20230310${a('', 14)}EUR`,
  ];
  let number = 0;
  let total = 0;
  let lines = 0;
  let comments = 0;
  for (const { bsn, own = '', name = 'Voorbeeld', lines: declared } of clients) {
    const parent = `${bsn}9999${a('', 15)}`;
    records.push(
      `02${n(++number, 12)}${parent}${a(own, 11)}1940010121${a(name, 25)}${a('', 10)}0${a('', 35)}${a('V', 6)} ${a('', 40)}20000`,
    );
    for (const line of declared) {
      lines++;
      const sign = line.credit ? 'C' : 'D';
      total += line.credit ? -line.cents : line.cents;
      records.push(
        `04${n(++number, 12)}${parent}${a('', 15)}1${n(0, 4)}${a('', 20)}${n(0, 9)}${n(0, 9)}00754` +
          `${line.from}${line.until}055${a(line.product, 5)}${n(line.count, 4)}${line.unit}99000001${n(0, 4)}${n(0, 8)}${n(0, 4)}${n(0, 5)}` +
          `${n(line.tariff, 8)}${n(line.cents, 8)}${sign}0000${n(line.cents, 8)}${sign}` +
          `${a(line.reference, 20)}${a(line.previous ?? '', 20)}`,
      );
      if (line.comment !== undefined) {
        comments++;
        records.push(`98${n(number, 12)}0001${a(line.comment, 140)}`);
      }
    }
  }
  records.push(
    `99${n(clients.length, 6)}${n(0, 6)}${n(lines, 6)}${n(comments, 6)}${n(clients.length + lines + comments, 7)}` +
      `${n(Math.abs(total), 11)}${total < 0 ? 'C' : 'D'}`,
  );
  return records.map((record) => record.padEnd(310, ' '));
}

export interface DeclaredProduct {
  readonly reference: string;
  readonly previous?: string;
  readonly allocation: number;
  readonly category: string;
  readonly code: string;
  readonly from: string;
  readonly until: string;
  readonly volume: number;
  readonly unit: string;
  readonly tariff?: number;
  readonly cents: number;
  readonly credit?: boolean;
}

export interface DeclarationOptions {
  readonly youth?: boolean;
  readonly number?: string;
  readonly from?: string;
  readonly until?: string;
  readonly date?: string;
  readonly release?: string;
  readonly stated?: number;
  readonly prefix?: string;
  readonly sender?: string;
}

const header = (
  code: string,
  from: string,
  to: string,
  id: string,
  date: string,
  m: string,
  b: string,
  more = '',
): string =>
  `<${m}:Header><${m}:BerichtCode>${code}</${m}:BerichtCode><${m}:BerichtVersie>3</${m}:BerichtVersie>` +
  `<${m}:BerichtSubversie>2</${m}:BerichtSubversie><${m}:Afzender>${from}</${m}:Afzender><${m}:Ontvanger>${to}</${m}:Ontvanger>` +
  `<${m}:BerichtIdentificatie><${b}:Identificatie>${id}</${b}:Identificatie><${b}:Dagtekening>${date}</${b}:Dagtekening></${m}:BerichtIdentificatie>` +
  `<${m}:XsdVersie><${b}:BasisschemaXsdVersie>1.0.0</${b}:BasisschemaXsdVersie><${b}:BerichtXsdVersie>1.0.0</${b}:BerichtXsdVersie></${m}:XsdVersie>` +
  `${more}</${m}:Header>\n`;

const open = (message: string, youth: boolean, release: string, m: string, b: string): string => {
  const family = youth ? 'ijw' : 'iwmo';
  const place = `http://www.istandaarden.nl/${family}/${release.replace('.', '_')}`;
  return (
    `<?xml version="1.0" encoding="UTF-8"?>\n<${m}:Bericht xmlns:${b}="${place}/basisschema/schema" ` +
    `xmlns:${m}="${place}/${youth ? 'jw' : 'wmo'}${message}/schema">\n`
  );
};

const amount = (cents: number, name: string, m: string, b: string, what: string): string =>
  `<${m}:${name}><${b}:${what}>${Math.abs(cents)}</${b}:${what}><${b}:DebetCredit>${cents < 0 ? 'C' : 'D'}</${b}:DebetCredit></${m}:${name}>`;

const period = (name: string, from: string, until: string, m: string, b: string): string =>
  `<${m}:${name}><${b}:Begindatum>${from}</${b}:Begindatum><${b}:Einddatum>${until}</${b}:Einddatum></${m}:${name}>`;

/** A WMO323 or JW323. */
export function declaration(
  clients: readonly { readonly bsn: string; readonly lines: readonly DeclaredProduct[] }[],
  options: DeclarationOptions = {},
): string {
  const { youth = false, from = '2023-05-01', until = '2023-05-31', release = '3.2' } = options;
  const m = options.prefix ?? (youth ? 'jw323' : 'wmo323');
  const b = 'basis';
  const signed = (line: DeclaredProduct): number => (line.credit ? -line.cents : line.cents);
  const total =
    options.stated ?? clients.flatMap(({ lines }) => lines).reduce((sum, line) => sum + signed(line), 0);
  const body = clients
    .map(
      ({ bsn, lines }) =>
        `<${m}:Client>\n<${m}:Bsn>${bsn}</${m}:Bsn>\n<${m}:Prestaties>\n` +
        lines
          .map(
            (line) =>
              `<${m}:Prestatie>\n<${m}:ProductReferentie><${b}:ReferentieNummer>${line.reference}</${b}:ReferentieNummer>` +
              (line.previous === undefined
                ? ''
                : `<${b}:VorigReferentieNummer>${line.previous}</${b}:VorigReferentieNummer>`) +
              `</${m}:ProductReferentie>\n<${m}:ToewijzingNummer>${line.allocation}</${m}:ToewijzingNummer>` +
              `<${m}:ProductCategorie>${line.category}</${m}:ProductCategorie><${m}:ProductCode>${line.code}</${m}:ProductCode>` +
              period('ProductPeriode', line.from, line.until, m, b) +
              `<${m}:GeleverdVolume>${line.volume}</${m}:GeleverdVolume><${m}:Eenheid>${line.unit}</${m}:Eenheid>` +
              (line.tariff === undefined ? '' : `<${m}:ProductTarief>${line.tariff}</${m}:ProductTarief>`) +
              `${amount(signed(line), 'IngediendBedrag', m, b, 'Bedrag')}\n</${m}:Prestatie>\n`,
          )
          .join('') +
        `</${m}:Prestaties>\n</${m}:Client>\n`,
    )
    .join('');
  return (
    open('323', youth, release, m, b) +
    header(
      youth ? '490' : '484',
      options.sender ?? '99000001',
      '9999',
      `M${options.number ?? 'VB2305A'}`,
      options.date ?? '2023-06-12',
      m,
      b,
    ) +
    `<${m}:Declaratie>\n<${m}:DeclaratieNummer>${options.number ?? 'VB2305A'}</${m}:DeclaratieNummer>` +
    period('DeclaratiePeriode', from, until, m, b) +
    `<${m}:DeclaratieDagtekening>${options.date ?? '2023-06-12'}</${m}:DeclaratieDagtekening>` +
    amount(total, 'TotaalIngediendBedrag', m, b, 'TotaalBedrag') +
    `\n<${m}:Clienten>\n${body}</${m}:Clienten>\n</${m}:Declaratie>\n</${m}:Bericht>\n`
  );
}

/** A WMO325: the answer to a declaration, with its refused lines. */
export function answer(
  number: string,
  submitted: number,
  refused: readonly { readonly reference: string; readonly cents: number; readonly code: string }[],
  whole: { readonly header?: string; readonly answer?: string } = {},
): string {
  const m = 'w';
  const b = 'b';
  const codes = (code: string): string =>
    `<${m}:RetourCodes><${m}:RetourCode>${code}</${m}:RetourCode></${m}:RetourCodes>`;
  const granted =
    whole.answer === undefined ? submitted - refused.reduce((sum, line) => sum + line.cents, 0) : 0;
  const lines = refused
    .map(
      ({ reference, cents, code }) =>
        `<${m}:Prestatie><${m}:ProductReferentie><${b}:ReferentieNummer>${reference}</${b}:ReferentieNummer></${m}:ProductReferentie>` +
        `${amount(cents, 'IngediendBedrag', m, b, 'Bedrag')}${codes(code)}</${m}:Prestatie>`,
    )
    .join('');
  return (
    open('325', false, '3.2', m, b) +
    header(
      '485',
      '9999',
      '99000001',
      'GA1',
      '2023-06-20',
      m,
      b,
      `<${m}:DeclaratieIdentificatie><${b}:Identificatie>M${number}</${b}:Identificatie><${b}:Dagtekening>2023-06-12</${b}:Dagtekening></${m}:DeclaratieIdentificatie>` +
        codes(whole.header ?? '0200'),
    ) +
    (whole.header === undefined
      ? `<${m}:DeclaratieAntwoord><${m}:DeclaratieNummer>${number}</${m}:DeclaratieNummer>` +
        amount(submitted, 'TotaalIngediendBedrag', m, b, 'TotaalBedrag') +
        amount(granted, 'TotaalToegekendBedrag', m, b, 'TotaalBedrag') +
        codes(whole.answer ?? (refused.length === 0 ? '8001' : '0200')) +
        (refused.length === 0
          ? ''
          : `<${m}:Clienten><${m}:Client><${m}:Bsn>${BSN[0]}</${m}:Bsn>${codes('0200')}<${m}:Prestaties>${lines}</${m}:Prestaties></${m}:Client></${m}:Clienten>`) +
        `</${m}:DeclaratieAntwoord>`
      : '') +
    `</${m}:Bericht>\n`
  );
}
