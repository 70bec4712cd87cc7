/** The section of the page in which questions are answered. */
export const questionsId = 'questions';

/** The section of the page about costs. */
export const moneyId = 'money';

/** Where one says what is known of the costs. */
export const moneyInputsId = 'money-inputs';

/** The section of the page in which a decision is recorded. */
export const choicesId = 'choices';

/** The section of the page with the numbers that others have published. */
export const numbersId = 'numbers';
