export * from './config';
export * from './createDecision';
