import { screen, within } from '@testing-library/react';
import { FixtureApi, nineMonthsIn } from '../../__fixtures__';
import { brokenRules, renderWithApi } from '../../__testUtils__/renderWithApi';
import { SettingsPage } from './SettingsPage';

describe('SettingsPage', () => {
  it('leads to each of its sections', async () => {
    const { container } = renderWithApi(
      <SettingsPage />,
      new FixtureApi(nineMonthsIn),
    );
    await screen.findByRole('region', { name: 'Deadline settings' });
    await screen.findByRole('region', { name: 'Included users' });
    const links = within(
      screen.getByRole('navigation', { name: 'On this page' }),
    ).getAllByRole<HTMLAnchorElement>('link');
    expect(
      links.map(({ hash, textContent }) => [
        textContent,
        document.getElementById(hash.slice(1))?.tagName,
      ]),
    ).toEqual([
      ['Deadline settings', 'SECTION'],
      ['Data health', 'SECTION'],
      ['Included users', 'SECTION'],
      ['Export', 'SECTION'],
      ['Definitions', 'SECTION'],
    ]);
    expect(await brokenRules(container)).toEqual([]);
  });
});
