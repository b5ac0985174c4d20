import { formatMoney } from '../../src/core';
import { say, showMoney } from '../../src/messages';
import { outcomePage } from '../../src/report';
import { inventedOutcome } from './invented-outcome';

const [prognosis] = inventedOutcome.prognoses;
if (!prognosis) throw new Error('nothing invented');

const plain = (html: string): string =>
  html
    .replace(/<style>.*?<\/style>/s, '')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');

describe('the outcome as a page', () => {
  test.each(['nl', 'en'] as const)('tells every figure and every finding with its steps (%s)', (language) => {
    const html = outcomePage(inventedOutcome, language);
    const text = plain(html);
    expect(html).toContain(`<html lang="${language}">`);
    for (const { total, production, overrun, steps } of prognosis.domains) {
      for (const amount of [total, production, overrun]) {
        if (amount !== null) expect(text).toContain(showMoney(amount, language));
      }
      for (const { label } of steps) expect(text).toContain(say(label, language));
    }
    for (const { message, rule } of prognosis.findings) {
      // What passes for a client's number is blanked, as in every report.
      expect(text).toContain(say(message, language).replace('999900006', '•••••••••'));
      expect(text).toContain(rule);
    }
    for (const { file } of inventedOutcome.receipts) expect(text).toContain(file);
    expect(text).toContain(showMoney(prognosis.reconciliation.sourceTotal, language));
    // A code that reached the page is a sentence that is missing.
    expect(text.match(/\b(report|steps|checks|desk)\.[a-z-]+ \{/g) ?? []).toEqual([]);
  });

  test('needs nothing else and does nothing: no script, no address, charts as drawings', () => {
    const html = outcomePage(inventedOutcome, 'nl');
    expect(html).not.toMatch(/<script|<link|<img|<iframe|\son\w+=|https?:|url\(/i);
    expect(html).toContain("default-src 'none'");
    expect(html).toContain('<svg');
    expect(html.match(/<details open>/g)?.length).toBeGreaterThan(0);
  });

  test('is well-formed: what is opened is closed, in order', () => {
    const open: string[] = [];
    for (const [, slash, name, , selfClosed] of outcomePage(inventedOutcome, 'nl').matchAll(
      /<(\/?)([a-z][a-z0-9]*)((?:\s[^<>]*?)?)(\/?)>/g,
    )) {
      if (name === 'meta' || selfClosed) continue;
      if (slash) expect(open.pop()).toBe(name);
      else open.push(name ?? '');
    }
    expect(open).toEqual([]);
  });

  test('cannot be steered by what stands in a file, and blanks clients’ numbers', () => {
    const evil = {
      ...prognosis,
      file: '"><script>alert(1)</script>.xlsx',
      provider: 'Zorg & <b>Co</b> 999900006',
    };
    const html = outcomePage({ ...inventedOutcome, prognoses: [evil] }, 'nl');
    expect(html).not.toContain('<script>');
    expect(html).not.toContain('<b>Co');
    expect(html).not.toContain('999900006');
    expect(plain(html)).toContain('Zorg & <b>Co</b> •••••••••');
  });

  test('lists every change that was made, and every line that was rejected', () => {
    const text = plain(outcomePage(inventedOutcome, 'nl'));
    expect(text).toContain('5.778,30');
    for (const { rejectedLines, file } of inventedOutcome.receipts) {
      for (const { line } of rejectedLines) expect(text).toContain(`${file}, regel ${line}`);
    }
    expect(formatMoney(prognosis.reconciliation.difference)).toBe('0.00');
  });
});
