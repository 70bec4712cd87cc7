import { withLogCollector } from '@backstage/frontend-test-utils';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FixtureApi, nineMonthsIn } from '../../__fixtures__';
import { openApp } from '../../__testUtils__/openApp';

const MARKER = 'ENGLISH';

/** What people wrote is in their words. */
const written =
  /\.(note|why|roles\.title|triedBy\.name)$|^(choices|report\.tried|report\.decision)\..*text$/;

/** So is what others have published, and the names of options and portals. */
const published = [
  /^(report\.)?(options|money)\.options\.(title|cost\.title|givesUp)$/,
  /^(report\.)?options\.readiness\.(title|questions\.text)$/,
  /\.(option|source|role)\.title$/,
  /^numbers\.numbers\.(title|milestone\.plan)$/,
  /^checklist\.published\.source$/,
  /^checklist\.steps\.values\.missing$/,
  /^(answers|choices\.choosable|proof|proofs)\..*(readiness|title|candidates)$/,
];

const english = /(^|\.)(title|reason|sentence|statement|requires|text)$/;

/** Replaces whatever the API says in English. */
function marked<T>(value: T, path: string): T {
  if (Array.isArray(value)) {
    return value.map(each => marked(each, path)) as T;
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([key, each]) => [
        key,
        isReadiness(value) && key === 'text'
          ? each
          : marked(each, `${path}.${key}`),
      ]),
    ) as T;
  }
  const isMarked =
    typeof value === 'string' &&
    (value.includes(' ') || english.test(path)) &&
    !written.test(path) &&
    !published.some(pattern => pattern.test(path)) &&
    // These are codes that read like words.
    !/\.(grade|unit)$/.test(path);
  return (isMarked ? `${MARKER}:${path}` : value) as T;
}

function isReadiness(question: object): boolean {
  return 'id' in question && String(question.id).startsWith('readiness.');
}

class MarkedApi extends FixtureApi {
  constructor() {
    super(nineMonthsIn);
    const answers = this.answers as Record<
      string,
      (request: never) => Promise<unknown>
    >;
    for (const [key, answer] of Object.entries(answers)) {
      if (/^GET \/(decision|report|deadline)/.test(key)) {
        const name = key.endsWith('{id}') ? 'proof' : key.split('/').pop()!;
        answers[key] = async request => marked(await answer(request), name);
      }
    }
  }
}

/** What of the API's own words is on the page, wherever it stands. */
function englishOnPage(): string[] {
  const html = document.body.outerHTML;
  return [...new Set(html.match(new RegExp(`${MARKER}:[\\w.]+`, 'g')))];
}

describe('in German', () => {
  afterEach(() => window.localStorage.clear());

  const open = (path: string) =>
    withLogCollector(['warn'], async () => {
      openApp(path, new MarkedApi(), () => true, 'de');
      await screen.findByRole('main');
    });

  it('the decision has no sentence of the API', async () => {
    await open('/adoption/decision');
    await userEvent.click(await screen.findByText('Alle Zahlen anzeigen'));
    await screen.findByRole('table', { name: /^Veröffentlichte Zahlen/ });
    await screen.findByRole('table', { name: 'Bisherige Entscheidungen' });
    await screen.findByText('Auf 5 Plugins beschränken');
    await screen.findByText(/^Gezählt werden an abgeschlossenen Tagen/);
    expect(englishOnPage()).toEqual([]);
  });

  it('the report has no sentence of the API', async () => {
    await open('/adoption/report');
    await screen.findByRole('article', {
      name: 'Adoption des Entwicklerportals, Oktober 2026',
    });
    await waitFor(() => expect(englishOnPage()).toEqual([]));
  });
});
