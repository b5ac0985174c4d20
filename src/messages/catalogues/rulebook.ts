import type { Catalogue } from '../catalogue';

export const rulebookMessages: Catalogue = {};
