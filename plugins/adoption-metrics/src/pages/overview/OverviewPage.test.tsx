import { screen, within } from '@testing-library/react';
import {
  FixtureApi,
  nineMonthsIn,
  nothingSeen,
  withSampleHistory,
} from '../../__fixtures__';
import {
  brokenRules,
  renderWithApi,
  responseError,
} from '../../__testUtils__/renderWithApi';
import { OverviewPage } from './OverviewPage';

describe('OverviewPage', () => {
  it('shows the four metrics with their verdicts in sentences', async () => {
    renderWithApi(<OverviewPage />, new FixtureApi(nineMonthsIn));

    const stale = await screen.findByRole('article', {
      name: 'Stale catalog entities',
    });
    expect(stale).toHaveTextContent('3 of 47 catalog entities are stale');
    expect(
      within(stale).getByRole('link', { name: 'History and breakdown' }),
    ).toHaveAttribute('href', '/adoption/catalog');
    expect(screen.getAllByRole('article')).toHaveLength(4);
    expect(screen.getByText('1 of 4')).toBeInTheDocument();
    expect(screen.getByText('Sun, Nov 22, 2026')).toBeInTheDocument();
  });

  it('says on the first day when the first metrics come', async () => {
    renderWithApi(<OverviewPage />, new FixtureApi(nothingSeen));
    expect(
      await screen.findByText('Tue, Nov 24, 2026, after midnight'),
    ).toBeInTheDocument();
    expect(screen.queryByText('0 of 4')).not.toBeInTheDocument();
  });

  it('labels an invented history, and breaks no accessibility rule', async () => {
    const { container } = renderWithApi(
      <OverviewPage />,
      new FixtureApi(withSampleHistory),
    );
    expect(await screen.findByText('Demo data')).toBeInTheDocument();
    expect(await brokenRules(container)).toEqual([]);
  });

  it('says whom to ask where the permission is missing', async () => {
    const api = new FixtureApi(nineMonthsIn);
    api.answers['GET /scorecard'] = () =>
      Promise.reject(responseError(403, 'Unauthorized'));
    renderWithApi(<OverviewPage />, api);
    expect(
      await screen.findByText(/Ask your portal administrators/),
    ).toBeInTheDocument();
  });
});
