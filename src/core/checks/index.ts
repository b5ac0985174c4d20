export * from './across';
export { CEILING_PARAMETERS, missingCeilingParameters } from './ceiling-parameters';
export * from './evaluate';
export { utilisation } from './figures';
export { finding, notChecked } from './finding';
export * from './from-reading';
export * from './outcome';
export * from './submission';
