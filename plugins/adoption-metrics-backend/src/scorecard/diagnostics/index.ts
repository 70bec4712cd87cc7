export * from './diagnose';
