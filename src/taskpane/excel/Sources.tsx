import { useState, type ReactElement } from 'react';
import { DefaultButton } from 'office-ui-fabric-react/lib/Button';
import { Dropdown } from 'office-ui-fabric-react/lib/Dropdown';
import { formatRange } from '../../core';
import type { ExcelPlace } from '../../workbook';
import { usePane, useWords } from '../context';
import type { FileRole } from '../state/state';
import type { ExcelSide } from './excel-side';

const placeText = ({ table, sheet, range }: ExcelPlace): string => {
  const where = `${sheet}!${formatRange(range)}`;
  return table === null ? where : `${table} (${where})`;
};

/** Tables of the workbook, and what is selected in it, as a source of data. */
export function Sources({
  excel,
  role,
  name,
}: {
  readonly excel: ExcelSide;
  readonly role: FileRole;
  readonly name: string;
}): ReactElement {
  const { actions } = usePane();
  const { t } = useWords();
  const [tables, setTables] = useState<readonly ExcelPlace[] | null>(null);
  const [isEmpty, setEmpty] = useState(false);
  const load = async (): Promise<void> => {
    await actions.withExcel(async () => setTables(await excel.tables()));
  };
  const useSelection = async (): Promise<void> => {
    await actions.withExcel(async () => {
      const place = await excel.selection();
      setEmpty(place === null || place.range.top === place.range.bottom);
      if (place !== null && place.range.top < place.range.bottom) {
        await actions.addFiles(role, [excel.asFile(place)]);
      }
    });
  };
  return (
    <details
      onToggle={(event) => {
        if (event.currentTarget.open) void load();
      }}
    >
      <summary aria-label={`${t('pane.excel.from-workbook')}: ${name}`}>
        {t('pane.excel.from-workbook')}
      </summary>
      <div className="sources">
        <Dropdown
          label={t('pane.excel.table')}
          placeholder={t(tables?.length === 0 ? 'pane.excel.no-tables' : 'pane.excel.choose-table')}
          disabled={tables === null || tables.length === 0}
          selectedKey={null}
          options={(tables ?? []).map((place, index) => ({ key: index, text: placeText(place) }))}
          onChange={(_, option) => {
            const place = tables?.[Number(option?.key)];
            if (place) void actions.addFiles(role, [excel.asFile(place)]);
          }}
        />
        <DefaultButton text={t('pane.excel.selection')} onClick={() => void useSelection()} />
        {isEmpty ? <p role="alert">{t('pane.excel.selection-empty')}</p> : null}
      </div>
    </details>
  );
}
