export * from './createHistory';
export * from './imports/createImports';
