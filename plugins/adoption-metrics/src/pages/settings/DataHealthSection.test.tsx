import { screen, within } from '@testing-library/react';
import { FixtureApi, nineMonthsIn } from '../../__fixtures__';
import { brokenRules, renderWithApi } from '../../__testUtils__/renderWithApi';
import { DataHealthSection } from './DataHealthSection';

describe('DataHealthSection', () => {
  it('shows the checks, the worst first, each with its fix', async () => {
    const { container } = renderWithApi(
      <DataHealthSection />,
      new FixtureApi(nineMonthsIn),
    );

    const checks = within(
      await screen.findByRole('list', { name: 'Checks' }),
    ).getAllByRole('listitem');

    expect(
      checks.map(check => check.querySelector('span')?.textContent),
    ).toEqual(['problem', 'warning', 'unknown']);
    expect(checks[0]).toHaveTextContent(
      'What to do: Set adoptionMetrics.privacy.secret',
    );
    expect(screen.getByText('3 checks are OK')).toBeVisible();
    const passed = within(
      screen.getByRole('list', { name: 'Checks that are OK', hidden: true }),
    ).getAllByRole('listitem', { hidden: true });
    expect(passed).toHaveLength(3);
    expect(passed[1]).toHaveTextContent(
      '300 developers in the catalog, 3 users excluded.',
    );
    expect(passed[1]).toHaveTextContent('1 h 14 min ago');
    expect(passed[1]).not.toHaveTextContent('What to do');
    expect(screen.getByText('3 of 6 checks are OK.')).toBeInTheDocument();
    expect(await brokenRules(container)).toEqual([]);
  });
});
