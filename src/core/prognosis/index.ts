export * from './detect';
export * from './figures';
export * from './fill';
export * from './grid';
export * from './layout';
export { normaliseLabel } from './text';
