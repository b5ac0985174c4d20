export * from './ceiling-entry';
export * from './counting';
export * from './effective-ceiling';
export * from './exhaustion';
export * from './next-ceiling';
export * from './year-part';
