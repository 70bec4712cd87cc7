export { createNameLimiter } from './createNameLimiter';
export type { NameLimiter } from './NameLimiter';
