export * from './across';
export * from './evaluate';
export * from './outcome';
