import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FixtureApi, nineMonthsIn, teamUse } from '../../__fixtures__';
import {
  renderWithApi,
  responseError,
} from '../../__testUtils__/renderWithApi';
import { ReportSection } from './ReportSection';

function Teams() {
  return (
    <ReportSection
      title="Teams"
      route="GET /activity/teams"
      height={100}
      emptyText={({ groups }) => (groups.length === 0 ? 'No team.' : undefined)}
    >
      {({ groups }) => <p>{groups.length} teams</p>}
    </ReportSection>
  );
}

function Months() {
  return (
    <ReportSection
      title="Months"
      route="GET /activity/lifecycle"
      query={{ granularity: 'four-weeks' }}
      height={100}
    >
      {({ periods }) => <p>{periods.length} months</p>}
    </ReportSection>
  );
}

describe('ReportSection', () => {
  let api: FixtureApi;

  beforeEach(() => {
    api = new FixtureApi(nineMonthsIn);
  });

  it('shows that it is loading, and then the report', async () => {
    let answer: (value: typeof teamUse) => void = () => {};
    jest.spyOn(api, 'request').mockReturnValue(
      new Promise(resolve => {
        answer = resolve;
      }),
    );
    renderWithApi(<Teams />, api);

    expect(
      await screen.findByRole('status', { name: 'Loading: Teams' }),
    ).toBeInTheDocument();
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
    act(() => answer(teamUse));

    expect(await screen.findByText('8 teams')).toBeInTheDocument();
  });

  it('says that there is nothing, and offers no empty file', async () => {
    jest
      .spyOn(api, 'request')
      .mockResolvedValue({ ...teamUse, groups: [] } as never);
    renderWithApi(<Teams />, api);

    expect(await screen.findByText('No team.')).toBeInTheDocument();
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });

  it('says what failed, and tries again when asked', async () => {
    jest
      .spyOn(api, 'request')
      .mockRejectedValueOnce(responseError(503, 'The database is gone'));
    renderWithApi(<Teams />, api);

    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('Teams is temporarily unavailable');
    expect(alert).toHaveTextContent('The database is gone');
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));

    expect(await screen.findByText('8 teams')).toBeInTheDocument();
  });

  it('says whom to ask where the permission is missing, and what is open to all', async () => {
    api.request = () => Promise.reject(responseError(403, 'Unauthorized'));
    renderWithApi(<Teams />, api);

    expect(
      await screen.findByText("You don't have access to adoption metrics"),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'What is stored about me' }),
    ).toHaveAttribute('href', '/adoption/me');
  });

  it('offers the same report as a file with a reporting name', async () => {
    const click = jest
      .spyOn(HTMLAnchorElement.prototype, 'click')
      .mockImplementation();
    URL.createObjectURL = jest.fn(() => 'blob:file');
    URL.revokeObjectURL = jest.fn();
    const getReportCsv = jest.spyOn(api, 'csv');
    renderWithApi(<Months />, api);

    await userEvent.click(
      await screen.findByRole('button', { name: 'CSV of Months' }),
    );

    await waitFor(() => expect(click).toHaveBeenCalledTimes(1));
    expect(getReportCsv).toHaveBeenCalledWith('GET /activity/lifecycle', {
      query: { granularity: 'four-weeks' },
    });
    const link = click.mock.contexts[0] as HTMLAnchorElement;
    expect(link.download).toBe('activity-lifecycle-four-weeks.csv');
    click.mockRestore();
  });

  describe('far below', () => {
    let see: (isIntersecting: boolean) => void;

    beforeEach(() => {
      window.IntersectionObserver = class {
        constructor(callback: (entries: object[]) => void) {
          see = isIntersecting => callback([{ isIntersecting }]);
        }
        observe() {}
        disconnect() {}
      } as unknown as typeof IntersectionObserver;
    });

    afterEach(() => {
      delete (window as Partial<typeof window>).IntersectionObserver;
    });

    it('asks the server only when it comes close to view', async () => {
      const getReport = jest.spyOn(api, 'request');
      renderWithApi(<Teams />, api);
      await screen.findByRole('region', { name: 'Teams' });
      act(() => see(false));
      expect(getReport).not.toHaveBeenCalled();

      act(() => see(true));

      expect(await screen.findByText('8 teams')).toBeInTheDocument();
      expect(getReport).toHaveBeenCalledTimes(1);
    });
  });
});
