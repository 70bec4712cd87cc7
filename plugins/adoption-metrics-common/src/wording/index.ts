export * from './diagnosticOf';
export * from './inEnglish';
export * from './say';
export * from './sentences';
export * from './Wording';
export * from './withEnglish';
export * from './writeValue';
