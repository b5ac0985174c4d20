import type { ReactElement } from 'react';
import { Checkbox } from 'office-ui-fabric-react/lib/Checkbox';
import { Dropdown } from 'office-ui-fabric-react/lib/Dropdown';
import { TextField } from 'office-ui-fabric-react/lib/TextField';
import type { OutlookCode } from '../../messages/catalogues/outlook';
import { useWords } from '../context';
import { KINDS, wrongIn, type AssumptionDraft, type DraftField } from './scenario-draft';

type TextName = 'value' | 'name' | 'product' | 'clients' | 'months' | 'quantity' | 'tariff';

const LABELS: Readonly<Record<TextName, OutlookCode>> = {
  value: 'outlook.assumption.percentage',
  name: 'outlook.assumption.name',
  product: 'outlook.assumption.product',
  clients: 'outlook.assumption.clients',
  months: 'outlook.assumption.months',
  quantity: 'outlook.assumption.quantity',
  tariff: 'outlook.assumption.tariff',
};

/** Which fields an assumption of a kind has. */
const FIELDS: Readonly<Record<AssumptionDraft['kind'], readonly TextName[]>> = {
  growth: ['value', 'product'],
  tariff: ['value', 'product'],
  intake: ['product', 'clients', 'months', 'quantity', 'tariff'],
  ceiling: ['value'],
  budget: ['name', 'value'],
  contribution: ['name', 'value'],
};

/** The fields of one assumption; `onChange(null)` takes it away. */
export function AssumptionFields({
  draft,
  domains,
  isTried,
  onChange,
}: {
  readonly draft: AssumptionDraft;
  readonly domains: readonly string[];
  readonly isTried: boolean;
  onChange(next: AssumptionDraft | null): void;
}): ReactElement {
  const { t, language } = useWords();
  const wrong = new Set<DraftField>(isTried ? wrongIn(draft, language) : []);
  const isShare = draft.kind === 'growth' || draft.kind === 'tariff';
  const label = (name: TextName): OutlookCode =>
    name === 'value' && !isShare
      ? draft.kind === 'ceiling'
        ? 'outlook.assumption.ceiling'
        : 'outlook.assumption.amount'
      : name === 'product' && isShare
        ? 'outlook.assumption.product-or-all'
        : LABELS[name];
  return (
    <div className="assumption">
      <div className="fields">
        <Dropdown
          label={t('outlook.assumption')}
          selectedKey={draft.kind}
          options={KINDS.map((kind) => ({ key: kind, text: t(`outlook.assumption.kind-${kind}`) }))}
          onChange={(_, option) => {
            const kind = KINDS.find((known) => known === option?.key);
            if (kind) onChange({ ...draft, kind });
          }}
        />
        <Dropdown
          label={t('outlook.assumption.domain')}
          selectedKey={draft.domain}
          options={[
            ...(isShare ? [{ key: '', text: t('outlook.assumption.all-domains') }] : []),
            ...domains.map((domain) => ({ key: domain, text: domain })),
          ]}
          errorMessage={wrong.has('domain') ? t('outlook.assumption.wrong') : ''}
          onChange={(_, option) => onChange({ ...draft, domain: String(option?.key ?? '') })}
        />
        {FIELDS[draft.kind].map((name) => (
          <TextField
            key={name}
            label={t(label(name))}
            value={draft[name]}
            inputMode={name === 'name' || name === 'product' ? 'text' : 'decimal'}
            errorMessage={wrong.has(name) ? t('outlook.assumption.wrong') : ''}
            onChange={(_, text) => onChange({ ...draft, [name]: text ?? '' })}
          />
        ))}
      </div>
      {draft.kind === 'budget' || draft.kind === 'contribution' ? (
        <Checkbox
          label={t('outlook.assumption.certain')}
          checked={draft.certain}
          onChange={(_, certain) => onChange({ ...draft, certain: certain ?? false })}
        />
      ) : null}
      <button type="button" className="link" onClick={() => onChange(null)}>
        {t('outlook.assumption.remove')}
      </button>
    </div>
  );
}
