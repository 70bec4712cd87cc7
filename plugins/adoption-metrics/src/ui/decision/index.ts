/** What is said of the decision, from the codes and values of the API. */
export * from './checklistTexts';
export * from './moneyTexts';
export * from './names';
export * from './portalTexts';
export * from './proofTexts';
export * from './recommendationTexts';
export * from './requirementTexts';
export * from './verdictText';
