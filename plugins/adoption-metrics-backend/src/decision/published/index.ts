export { adoptionIn } from './adoptionIn';
export { numbersConfig } from './config';
export * from './createPublished';
export * from './Published';
export { formatOrigin } from './routes';
