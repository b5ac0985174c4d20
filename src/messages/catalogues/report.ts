import type { Catalogue } from '../catalogue';

export const reportMessages: Catalogue = {
  'report.no-findings': { nl: 'Geen bevindingen.', en: 'No findings.' },
};
