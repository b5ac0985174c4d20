import type { Catalogue } from '../catalogue';

export const checksMessages: Catalogue = {};
