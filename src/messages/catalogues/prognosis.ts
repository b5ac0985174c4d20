import type { Catalogue } from '../catalogue';

export const prognosisMessages: Catalogue = {};
