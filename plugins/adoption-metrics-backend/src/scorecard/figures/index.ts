export * from './ActiveUsersFigure';
export * from './FigureSource';
export * from './PageLoadFigure';
export * from './StaleEntitiesFigure';
export * from './UptimeFigure';
