export * from './FigurePage';
