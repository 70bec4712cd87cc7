export * from './costsOf';
export * from './createMoney';
export { costInputsOf } from './moneyOf';
