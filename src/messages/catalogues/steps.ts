import type { Catalogue } from '../catalogue';

export const stepsMessages: Catalogue = {};
