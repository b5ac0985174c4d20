export * from './across';
export * from './evaluate';
export * from './from-reading';
export * from './outcome';
export * from './submission';
