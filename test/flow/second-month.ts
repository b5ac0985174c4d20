import { readFileSync } from 'node:fs';
import { samplePath } from './sample-case';

/** Day first: what production of a month later is held against. */
export const SECOND_AS_OF = '31-07-2023';

/**
 * Production of sample case a, a month later, made from its own files: July as it was forecast with a tenth more
 * volume at the same price, one line over April that came late, and a client who wasn't there before. Invented.
 */
export function secondMonth(): Uint8Array {
  const first = readFileSync(samplePath('a', 'productie.csv'));
  const forecast = new TextDecoder().decode(readFileSync(samplePath('a', 'prognose.csv')));
  const number = (text: string): number => Number(text.replace(/\./g, '').replace(',', '.'));
  const dutch = (amount: number): string => amount.toFixed(2).replace('.', ',');
  const july = forecast
    .split(/\r?\n/)
    .filter((line) => line.includes(';2023-07;'))
    .map((line) => {
      const [provider, domain, product, , volume = '', unit, amount = ''] = line.split(';');
      return [
        ...[provider, domain, product, 'C83370', '07-2023', dutch(number(volume) * 1.1), unit],
        ...[dutch(number(amount) * 1.1), 'T833702'],
      ].join(';');
    });
  const [provider = ''] = (july[0] ?? '').split(';');
  const extra = [
    [provider, 'Wmo', '07A11', 'C83370', '04-2023', '2,00', 'dagdeel', '84,70', 'T833702'].join(';'),
    [provider, 'Wmo', '07A11', 'C99901', '07-2023', '10,00', 'dagdeel', '423,50', 'T999011'].join(';'),
  ];
  // The total row at the end no longer holds.
  const lines = first.toString('latin1').split(/\r?\n/);
  const kept = lines.filter((line) => line !== '' && !line.startsWith('Totaal'));
  return new Uint8Array(Buffer.from(`${[...kept, ...july, ...extra].join('\r\n')}\r\n`, 'latin1'));
}
