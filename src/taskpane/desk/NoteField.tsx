import { useEffect, useId, useState, type ReactElement } from 'react';

/** A few lines of text, taken over when the field is left. */
export function NoteField({
  label,
  hint,
  value,
  onChange,
}: {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  onChange(value: string): void;
}): ReactElement {
  const id = useId();
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  const keep = (): void => {
    if (text !== value) onChange(text);
  };
  return (
    <div className="note-field">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        rows={2}
        value={text}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onChange={(event) => setText(event.target.value)}
        onBlur={keep}
      />
      {hint === undefined ? null : (
        <span id={`${id}-hint`} className="step-note">
          {hint}
        </span>
      )}
    </div>
  );
}

/** A choice out of a few, small enough to stand in a card. */
export function SmallChoice<T extends string>({
  label,
  value,
  options,
  onChange,
}: {
  readonly label: string;
  readonly value: T;
  readonly options: readonly (readonly [value: T, text: string])[];
  onChange(value: T): void;
}): ReactElement {
  return (
    <label className="small-choice">
      <span>{label}</span>
      <select
        value={value}
        onChange={(event) => {
          const chosen = options.find(([one]) => one === event.target.value);
          if (chosen) onChange(chosen[0]);
        }}
      >
        {options.map(([one, text]) => (
          <option key={one} value={one}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
