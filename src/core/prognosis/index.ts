export * from './detect';
export * from './figures';
export * from './fill';
export { normaliseLabel } from './text';
