import { useEffect, useState } from 'react';
import type { Rulebook } from '../../core';
import { usePane } from '../context';
import type { Settings } from '../state/state';

type Own = Settings['ownRulebook'];

/** A user's own rulebook once it is read; null until then, and when it isn't valid. */
export function useOwnRulebook(own: Own): Rulebook | null {
  const { engine } = usePane();
  const [read, setRead] = useState<{ readonly own: Own; readonly book: Rulebook | null } | null>(null);
  useEffect(() => {
    let isGone = false;
    const keep = async (): Promise<void> => {
      const book = own ? ((await engine.readRulebook?.(own.file, own.json)) ?? null) : null;
      if (!isGone) setRead({ own, book });
    };
    void keep();
    return () => {
      isGone = true;
    };
  }, [engine, own]);
  return read?.own === own ? read.book : null;
}
