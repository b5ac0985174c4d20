export type { OpenGrid } from '../intake';
export * from './check';
export * from './fill';
export * from './input-error';
export * from './inspect';
export * from './load';
export * from './space';
export * from './types';
