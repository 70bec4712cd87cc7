export * from './ChangeLine';
export * from './FigureTile';
export * from './FigureValue';
export * from './TargetLine';
