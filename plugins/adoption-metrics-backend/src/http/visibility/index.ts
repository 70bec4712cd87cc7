export * from './CatalogVisibility';
export { withoutHidden } from './withoutHidden';
