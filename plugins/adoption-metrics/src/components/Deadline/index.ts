export * from './countDown';
export * from './DeadlineChip';
export * from './DeadlineFooter';
export * from './ForecastDrawing';
export type { Plan } from './forecastGeometry';
