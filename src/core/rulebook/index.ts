export * from './rulebook';
export * from './treatment';
export type { ProductGroup, Rulebook, RulebookParameter } from './schema';
export * from './roles';
export * from './derive';
