/** What all charts share; the charting library itself is loaded lazily. */
export * from './axis';
export * from './ChartFrame';
export * from './ColumnChart';
export * from './columnData';
export * from './Legend';
export * from './ticks';
