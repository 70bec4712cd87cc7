export { CatalogScanStore } from './CatalogScanStore';
export { catalogConfig, type CatalogConfig } from './config';
export { createCatalog } from './createCatalog';
export { OwnerReporter, type OwnersOfDay } from './repair/OwnerReporter';
export { catalogRetention } from './retention';
export { CatalogScanner } from './scan/CatalogScanner';
export { EntityListReader } from './scan/EntityListReader';
export type { StalenessReading } from './StalenessReading';
