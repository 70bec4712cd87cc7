export { adoptionIn } from './adoptionIn';
export { numbersConfig, type NumbersConfig } from './config';
export * from './createPublished';
export * from './Published';
export { formatNumber, formatOrigin } from './routes';
export { writeNumber } from './writeNumber';
