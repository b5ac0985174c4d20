import type { Catalogue } from '../catalogue';

export const workbookMessages: Catalogue = {};
