import type { Catalogue } from '../catalogue';

export const cliMessages: Catalogue = {};
