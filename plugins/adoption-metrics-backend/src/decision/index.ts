export * from './config';
export * from './createDecision';
export * from './routes';
