export * from './CsvDownload';
export * from './csv';
