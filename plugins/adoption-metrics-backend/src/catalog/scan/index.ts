export * from './CatalogReader';
export * from './CatalogScanner';
export * from './CatalogScanTask';
export * from './DatabaseScanJournal';
export * from './EarlyScans';
export * from './EntityListReader';
export * from './ScanJournal';
export * from './ServiceCatalogReader';
