/**
 * Words that this project does not use where people read it, each with what to
 * say instead. One idea has one word: docs/glossary.md has those that are meant.
 *
 * @typedef {{ pattern: RegExp, say: string }} PrivateWord
 */

/**
 * @param {string} words - alternatives, as a regular expression
 * @param {string} say - what to say instead
 * @returns {PrivateWord}
 */
function word(words, say) {
  return { pattern: new RegExp(`\\b(?:${words})\\b`, 'gi'), say };
}

/** @type {PrivateWord[]} */
export const privateWords = [
  // Names of things.
  word('(?<!published )figures?', 'metric, or number'),
  word('programmes?|rescued?', 'deadline'),
  word('(?:a|the|each|this|these|by|no) cuts?', 'breakdown'),
  word('closers?', 'daily rollup'),
  word('the floor|floor of', 'minimum group size'),
  word('standing', 'status'),
  word('ways? on', 'option'),
  word('lacking|lacks', 'not met, or missing'),
  word('no verdict', 'not enough data'),
  // Notifying and acting.
  word('told|telling', 'notified, say, or distinguish'),
  word('tak(?:e|es|ing|en) charge', 'acknowledge'),
  word('silenc(?:e|es|ed|ing)', 'mute, or no reports'),
  word('(?:write|wrote|written) down', 'add an annotation, or record'),
  word('tak(?:e|es|en|ing) away', 'remove'),
  word('stands? up for', 'sponsor'),
  word('repair(?:s|ed|ing)?', 'fix'),
  word('mend(?:s|ed|ing)?', 'fix'),
  // Phrases that read like a translation.
  word('accepted (?:is|are)', 'expected'),
  word('in good order', 'cleanly'),
  word('fell silent|falls silent', 'stopped responding'),
  word('what (?:becomes|became) of', 'status, or result'),
  word('fared', 'had other outcomes'),
  word('is no news', 'does not alert'),
  word('anew', 'again'),
  word('ought to', 'should'),
  word('in vain', 'without effect'),
  word('cr(?:y|ies|ying) wolf', 'false alarm'),
  word('speaks? of', 'is about'),
  word('what comes of', 'result'),
  word('to no purpose', 'without need'),
  word('reckon(?:s|ed|ing)?', 'calculate'),
  word('whosoever|whatsoever', 'whoever, or whatever'),
  word('in the end', 'finally'),
  word('stands? twice', 'appears twice'),
  word('will it be reached', 'forecast'),
  word(
    '(?:be|is|are|was|were|been|anybody|somebody|nobody) beyond doubt',
    'certain',
  ),
  word('given up', 'dropped'),
  word('turned back', 'undone'),
  word('at its best', 'in the best case'),
  // American English.
  word('colours?', 'color'),
  word('behaviours?', 'behavior'),
  word('organisations?', 'organization'),
  word('catalogues?', 'catalog'),
  word('licences?', 'license'),
  word('centres?', 'center'),
  word('favours?|favoured', 'favor'),
  word('cancelled|cancelling', 'canceled'),
  word('whilst|amongst', 'while, among'),
];

/**
 * The private words of a text.
 *
 * @param {string} text
 * @returns {Array<{ found: string, say: string }>}
 */
export function findPrivateWords(text) {
  return privateWords.flatMap(({ pattern, say }) =>
    [...text.matchAll(pattern)].map(([found]) => ({ found, say })),
  );
}
