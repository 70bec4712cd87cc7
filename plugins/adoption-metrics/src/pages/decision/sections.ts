/** The section of the page in which questions are answered. */
export const questionsId = 'questions';

/** The section of the page about costs. */
export const moneyId = 'money';

/** The section of the page with the numbers that others have published. */
export const numbersId = 'numbers';
