export * from './Answers';
export { answersConfig, type ConfiguredAnswers } from './config';
export * from './createAnswers';
