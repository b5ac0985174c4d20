export * from './grid';
export * from './layout';
