import { waitFor } from '@testing-library/react';
import { nineMonthsIn, firstDays, FixtureApi } from './__fixtures__';
import { MARK, marked } from './__testUtils__/marked';
import { renderInGerman } from './__testUtils__/renderWithApi';
import { ScorecardCard } from './card/ScorecardCard';
import { ActiveUsersPage } from './pages/active-users/ActiveUsersPage';
import { AlertsPage } from './pages/alerts/AlertsPage';
import { CatalogPage } from './pages/catalog/CatalogPage';
import { DeadlinePage } from './pages/deadline/DeadlinePage';
import { MyDataPage } from './pages/my-data/MyDataPage';
import { OverviewPage } from './pages/overview/OverviewPage';
import { PageLoadPage } from './pages/page-load/PageLoadPage';
import { SettingsPage } from './pages/settings/SettingsPage';
import { UptimePage } from './pages/uptime/UptimePage';

/** What people or other systems wrote, and stays as they wrote it. */
const own = [
  'annotations.text',
  'decision.text',
  'exemption.reason',
  'notes.note',
  'acknowledgement.note',
  'windows.reason',
  'evidence.detail',
  'components.lastFailure',
  'sampleHistory.label',
  'attributes.title',
  'teams.name',
  // Titles of what is published or configured.
  'decision.title',
  'reference.label',
  'plans.title',
  'source',
];

const pages = {
  card: ScorecardCard,
  overview: OverviewPage,
  'active users': ActiveUsersPage,
  'page load': PageLoadPage,
  uptime: UptimePage,
  catalog: CatalogPage,
  deadline: DeadlinePage,
  alerts: AlertsPage,
  settings: SettingsPage,
  'my data': MyDataPage,
};

const stories = { nineMonthsIn, firstDays };

/** Nothing is loading any more. */
function settled(container: HTMLElement) {
  return waitFor(
    () => {
      expect(container.textContent).not.toBe('');
      expect(container.querySelector('[role=status][aria-label]')).toBeNull();
    },
    { timeout: 30_000 },
  );
}

/** What a reader sees or hears in English, but for what is sent in English. */
function leaksIn(container: HTMLElement): string[] {
  return [...container.querySelectorAll('*')]
    .filter(element => !element.closest('[lang=en]'))
    .flatMap(element => {
      const texts = [
        ...[...element.attributes].map(({ value }) => value),
        ...[...element.childNodes].map(({ nodeValue }) => nodeValue ?? ''),
      ];
      return texts.some(text => text.includes(MARK))
        ? [element.parentElement!.outerHTML]
        : [];
    });
}

describe.each(Object.entries(stories))('in German, %s', (_story, scorecard) => {
  it.each(Object.entries(pages))(
    'no English sentence of the backend is on the page of %s',
    async (_page, Page) => {
      const api = marked(new FixtureApi(scorecard), own);
      const { container } = renderInGerman(<Page />, api);
      await settled(container);
      expect(leaksIn(container)).toEqual([]);
    },
    60_000,
  );
});
