import type { Catalogue } from '../catalogue';

export const intakeMessages: Catalogue = {};
