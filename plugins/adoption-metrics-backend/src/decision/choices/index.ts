export * from './ChoiceService';
export * from './createChoices';
