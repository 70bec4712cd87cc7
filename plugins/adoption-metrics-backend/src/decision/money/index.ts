export * from './config';
export * from './costsOf';
export * from './currency';
export { costInputsOf } from './moneyOf';
