export * from './BreakdownTable';
