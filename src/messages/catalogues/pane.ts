import type { Catalogue } from '../catalogue';

export const paneMessages: Catalogue = {};
