// Writes seeded messages of any size: AW319 1.4 and WMO323 3.2, with clients of the published test range.
import { createWriteStream } from 'node:fs';
import { once } from 'node:events';

/** Numbers from 0 up to 1, the same ones for the same seed (mulberry32). */
function seeded(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const n = (value, width) => String(value).padStart(width, '0');
const a = (value, width) => value.padEnd(width, ' ');

/** Nine digits that pass the eleven-test, one per index. */
function serviceNumber(index) {
  for (let base = 10_000_000 + index * 11; ; base++) {
    const digits = String(base);
    let sum = 0;
    for (let at = 0; at < 8; at++) sum += Number(digits[at]) * (9 - at);
    if (sum % 11 < 10) return `${digits}${sum % 11}`;
  }
}

async function writing(path, produce) {
  const out = createWriteStream(path);
  let text = '';
  const add = async (more) => {
    text += more;
    if (text.length > 1 << 20) {
      if (!out.write(text, 'latin1')) await once(out, 'drain');
      text = '';
    }
  };
  const total = await produce(add);
  out.end(text, 'latin1');
  await once(out, 'finish');
  return total;
}

const LINES_PER_CLIENT = 4;
const CODES = ['Z051', 'Z053', 'Z061', 'Z073', 'V041', 'V053', 'H104', 'H126', 'H300', 'H800'];

/** An AW319 with `lines` declared lines over the months of 2023. The result is its total in cents. */
export const writeAw319 = (path, lines) =>
  writing(path, async (add) => {
    const random = seeded(20230630);
    const pick = (count) => Math.floor(random() * count);
    let number = 0;
    let total = 0;
    let clients = 0;
    const record = (text) => add(`${a(text, 310)}\r\n`);
    await record(
      `011870104P${a('000000', 16)}5508${n(0, 24)}9900000104${'20231201'}${'20231231'}${a('BENCH', 12)}20240110${a('', 14)}EUR`,
    );
    for (let line = 0; line < lines; line++) {
      if (line % LINES_PER_CLIENT === 0) {
        clients++;
        await record(
          `02${n(++number, 12)}${serviceNumber(clients)}5508${a('', 15)}${a(`C${clients}`, 11)}1940010121${a('Voorbeeld', 25)}${a('', 10)}0${a('', 35)}${a('V', 6)} ${a('', 40)}20000`,
        );
      }
      const month = n(1 + pick(12), 2);
      const days = 1 + pick(28);
      const tariff = 500 + pick(2000);
      const code = CODES[pick(CODES.length)];
      const cents = tariff * days;
      const credit = random() < 0.02;
      total += credit ? -cents : cents;
      const sign = credit ? 'C' : 'D';
      await record(
        `04${n(++number, 12)}${serviceNumber(clients)}5508${a('', 15)}${a('', 15)}1${n(0, 4)}${a('', 20)}${n(0, 9)}${n(clients, 9)}00754` +
          `2023${month}01${`2023${month}28`}055${a(code, 5)}${n(days, 4)}1499000001${n(0, 4)}${n(0, 8)}${n(0, 4)}${n(0, 5)}` +
          `${n(tariff, 8)}${n(cents, 8)}${sign}0000${n(cents, 8)}${sign}${a(`R${n(line, 12)}`, 20)}${a(credit ? `X${n(line, 12)}` : '', 20)}`,
      );
    }
    await record(
      `99${n(clients % 1_000_000, 6)}${n(0, 6)}${n(lines % 1_000_000, 6)}${n(0, 6)}${n(clients + lines, 7)}${n(Math.abs(total), 11)}${total < 0 ? 'C' : 'D'}`,
    );
    return total;
  });

/** A WMO323 with `lines` lines over the months of 2023, indented as such messages are. The total in cents. */
export const writeDeclaration = async (path, lines) => {
  const random = seeded(20230630);
  const pick = (count) => Math.floor(random() * count);
  const drawn = () => {
    const product = 1 + pick(9);
    const volume = 1 + pick(300);
    const tariff = 1000 + pick(9000);
    return { product, month: n(1 + pick(12), 2), volume, tariff, credit: random() < 0.02 };
  };
  // The total stands before the lines: they are drawn twice.
  let total = 0;
  for (let line = 0; line < lines; line++) {
    const { volume, tariff, credit } = drawn();
    total += credit ? -volume * tariff : volume * tariff;
  }
  const again = seeded(20230630);
  const repick = (count) => Math.floor(again() * count);
  const draw = () => {
    const product = 1 + repick(9);
    const volume = 1 + repick(300);
    const tariff = 1000 + repick(9000);
    return { product, month: n(1 + repick(12), 2), volume, tariff, credit: again() < 0.02 };
  };
  return writing(path, async (add) => {
    const place = 'http://www.istandaarden.nl/iwmo/3_2';
    await add(`<?xml version="1.0" encoding="UTF-8"?>
<wmo323:Bericht xmlns:iwmo="${place}/basisschema/schema" xmlns:wmo323="${place}/wmo323/schema">
  <wmo323:Header>
    <wmo323:BerichtCode>484</wmo323:BerichtCode>
    <wmo323:BerichtVersie>3</wmo323:BerichtVersie>
    <wmo323:BerichtSubversie>2</wmo323:BerichtSubversie>
    <wmo323:Afzender>99000001</wmo323:Afzender>
    <wmo323:Ontvanger>9999</wmo323:Ontvanger>
    <wmo323:BerichtIdentificatie>
      <iwmo:Identificatie>BENCH</iwmo:Identificatie>
      <iwmo:Dagtekening>2024-01-12</iwmo:Dagtekening>
    </wmo323:BerichtIdentificatie>
  </wmo323:Header>
  <wmo323:Declaratie>
    <wmo323:DeclaratieNummer>BENCH</wmo323:DeclaratieNummer>
    <wmo323:DeclaratiePeriode>
      <iwmo:Begindatum>2023-12-01</iwmo:Begindatum>
      <iwmo:Einddatum>2023-12-31</iwmo:Einddatum>
    </wmo323:DeclaratiePeriode>
    <wmo323:DeclaratieDagtekening>2024-01-12</wmo323:DeclaratieDagtekening>
    <wmo323:TotaalIngediendBedrag>
      <iwmo:TotaalBedrag>${Math.abs(total)}</iwmo:TotaalBedrag>
      <iwmo:DebetCredit>${total < 0 ? 'C' : 'D'}</iwmo:DebetCredit>
    </wmo323:TotaalIngediendBedrag>
    <wmo323:Clienten>
`);
    for (let line = 0; line < lines; line++) {
      const first = line % LINES_PER_CLIENT === 0;
      const last = line % LINES_PER_CLIENT === LINES_PER_CLIENT - 1 || line === lines - 1;
      const { product, month, volume, tariff, credit } = draw();
      const category = n(product, 2);
      const days = new Date(Date.UTC(2023, Number(month), 0)).getUTCDate();
      await add(
        (first
          ? `      <wmo323:Client>\n        <wmo323:Bsn>${serviceNumber(Math.floor(line / LINES_PER_CLIENT))}</wmo323:Bsn>\n        <wmo323:Prestaties>\n`
          : '') +
          `          <wmo323:Prestatie>
            <wmo323:ProductReferentie>
              <iwmo:ReferentieNummer>R${n(line, 12)}</iwmo:ReferentieNummer>
${credit ? `              <iwmo:VorigReferentieNummer>X${n(line, 12)}</iwmo:VorigReferentieNummer>\n` : ''}            </wmo323:ProductReferentie>
            <wmo323:ToewijzingNummer>${100000 + line}</wmo323:ToewijzingNummer>
            <wmo323:ProductCategorie>${category}</wmo323:ProductCategorie>
            <wmo323:ProductCode>${category}A0${product}</wmo323:ProductCode>
            <wmo323:ProductPeriode>
              <iwmo:Begindatum>2023-${month}-01</iwmo:Begindatum>
              <iwmo:Einddatum>2023-${month}-${days}</iwmo:Einddatum>
            </wmo323:ProductPeriode>
            <wmo323:GeleverdVolume>${volume}</wmo323:GeleverdVolume>
            <wmo323:Eenheid>04</wmo323:Eenheid>
            <wmo323:ProductTarief>${tariff}</wmo323:ProductTarief>
            <wmo323:IngediendBedrag>
              <iwmo:Bedrag>${volume * tariff}</iwmo:Bedrag>
              <iwmo:DebetCredit>${credit ? 'C' : 'D'}</iwmo:DebetCredit>
            </wmo323:IngediendBedrag>
          </wmo323:Prestatie>
` +
          (last ? '        </wmo323:Prestaties>\n      </wmo323:Client>\n' : ''),
      );
    }
    await add('    </wmo323:Clienten>\n  </wmo323:Declaratie>\n</wmo323:Bericht>\n');
    return total;
  });
};
