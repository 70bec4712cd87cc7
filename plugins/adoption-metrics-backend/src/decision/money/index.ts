export * from './costsOf';
export { costInputsOf } from './moneyOf';
