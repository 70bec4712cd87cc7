export * from './concealAddresses';
export * from './failureCode';
export * from './reason';
export * from './withinLimit';
