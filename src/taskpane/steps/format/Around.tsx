import { useMemo, type ReactElement } from 'react';
import { a1, dateValue, isIsoDate, pointAt, type HeaderCell, type Layout } from '../../../core';
import { showValue } from '../../../messages';
import { usePane, useWords } from '../../context';
import { correct } from '../../state/format-actions';
import { sheetUse, totalRanges } from './found';
import { Place } from './Place';

const HEADERS: readonly HeaderCell['what'][] = ['provider', 'year', 'as-of', 'domain'];

/** What stands around the tables: header cells, totals, sheets that are used or not. */
export function Around({ layout }: { readonly layout: Layout }): ReactElement {
  const pane = usePane();
  const { state } = pane;
  const { t, language } = useWords();
  const totals = useMemo(() => totalRanges(layout), [layout]);
  const book = state.books[state.shownBook];
  const sheets = useMemo(
    () => sheetUse(layout, book?.grid.sheets.map(({ name }) => name) ?? []),
    [layout, book],
  );
  const ignore = async (sheet: string): Promise<void> => {
    const at = book ? pointAt(book.grid, layout, sheet, null, 'sheet') : null;
    if (at) await correct(pane, at, { what: 'ignored' });
  };
  return (
    <div className="card">
      <h4>{t('format.headers')}</h4>
      <ul>
        {HEADERS.map((what) => {
          const cells = layout.headers.filter((header) => header.what === what);
          if (cells.length === 0 && what === 'domain') return null;
          return (
            <li key={what}>
              {t(`format.is.${what}`)}:{' '}
              {cells.length === 0 ? <span className="muted">{t('format.header.none')}</span> : null}
              {cells.map((cell) => (
                <div key={`${cell.sheet} ${cell.row} ${cell.col}`} className="header-cell">
                  <Place sheet={cell.sheet} range={a1(cell.row, cell.col)} />{' '}
                  {cell.text === '' ? (
                    <span className="muted">{t('pane.fill.empty')}</span>
                  ) : isIsoDate(cell.text) ? (
                    showValue(dateValue(cell.text), language)
                  ) : (
                    cell.text
                  )}
                </div>
              ))}
            </li>
          );
        })}
      </ul>
      {totals.length > 0 ? (
        <details>
          <summary>{t('format.totals', { count: layout.totals.length })}</summary>
          <ul>
            {totals.slice(0, 100).map(({ sheet, range, cells, formulas }) => (
              <li key={`${sheet} ${range}`}>
                <Place sheet={sheet} range={range} />{' '}
                <span className="muted">{t('format.totals.of', { cells, formulas })}</span>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      <details>
        <summary>{t('format.sheets', { count: sheets.length })}</summary>
        <ul>
          {sheets.map(({ sheet, use }) => (
            <li key={sheet} className="sheet-use">
              <span>
                <Place sheet={sheet} range="A1" text={sheet} />{' '}
                <span className="muted">{t(`format.sheet.${use}`)}</span>
              </span>
              {use === 'used' ? (
                <button
                  type="button"
                  className="link"
                  disabled={state.busy !== null}
                  aria-label={t('format.sheet.ignore.named', { sheet })}
                  onClick={() => void ignore(sheet)}
                >
                  {t('format.sheet.ignore')}
                </button>
              ) : null}
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
}
