export * from './TargetMeter';
