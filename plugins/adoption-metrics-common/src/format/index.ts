export * from './counts';
export * from './csv';
export * from './durations';
export * from './locale';
export * from './money';
export { formatCount, formatDecimal, formatSignedCount } from './numbers';
export {
  formatSeconds,
  formatShare,
  formatTargetValue,
  formatValue,
  writeChange,
  type Measure,
  type WrittenChange,
} from './values';
