export * from './IngestBudgets';
export * from './PersonUse';
export * from './readSpending';
