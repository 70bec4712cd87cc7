export * from './TableToggle';
