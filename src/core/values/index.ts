export * from './date';
export * from './decimal';
export * from './error';
export * from './message';
export * from './money';
export * from './proportion';
export * from './quantity';
export * from './step';
