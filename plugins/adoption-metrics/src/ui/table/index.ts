export * from './DataTable';
export * from './TableScroll';
export type { Column } from './columns';
