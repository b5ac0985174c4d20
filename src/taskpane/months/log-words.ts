import type { LogEntry } from '../../core';
import type { Language } from '../../messages';
import { logText } from '../../report/log-text';

/** What an entry of the log says, in words. */
export const logWords = (entry: LogEntry, language: Language): string => logText(entry, language);
