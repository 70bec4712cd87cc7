import type { pageSentences } from 'backstage-plugin-adoption-metrics-common';

type Codes = keyof typeof pageSentences;

/** All sentences of the API about something, in another language. */
export type SentencesOf<Area extends string> = {
  readonly [Code in Extract<Codes, `${Area}.${string}`>]: string;
};
