export * from './createOptions';
export * from './OptionsReporter';
export * from './judgeOption';
