export * from './register';
export * from './unchecked';
