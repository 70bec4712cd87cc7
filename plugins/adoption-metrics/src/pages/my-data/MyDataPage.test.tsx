import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FixtureApi, nineMonthsIn, nothingSeen } from '../../__fixtures__';
import {
  brokenRules,
  renderWithApi,
  responseError,
} from '../../__testUtils__/renderWithApi';
import { adoptionMetricsApiRef } from '../../api';
import { collectorApiRef } from '../../collector/CollectorApi';
import { MyDataPage } from './MyDataPage';

const countMe = () =>
  screen.findByRole('switch', { name: 'Include me in usage metrics' });
const button = (name: string) => screen.getByRole('button', { name });

describe('MyDataPage', () => {
  let api: FixtureApi;

  beforeEach(() => {
    api = new FixtureApi(nineMonthsIn);
  });

  it('says in plain words what is held, and breaks no accessibility rule', async () => {
    const { container } = renderWithApi(<MyDataPage />, api);

    const held = within(
      await screen.findByRole('region', { name: 'What is stored about you' }),
    );
    const texts = held
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent);
    expect(texts).toEqual([
      expect.stringMatching(/^\d+ days on which you were active, the first on/),
      expect.stringMatching(/2 plugins/),
      'Actions, counted by day: Searches.',
      'You have counted as a developer since Feb 16, 2026.',
      'You belong to the team Platform.',
      'From your catalog entry: location: Berlin.',
      expect.stringMatching(
        /^31 receipts .* newest from Nov 23, 2026, 10:13 AM/,
      ),
    ]);
    expect(held.getByText(/only a pseudonym/)).toBeInTheDocument();
    expect(await brokenRules(container)).toEqual([]);
  });

  it('lists the days with the plugins, the newest first', async () => {
    renderWithApi(<MyDataPage />, api);
    const days = within(
      await screen.findByRole('table', {
        name: 'Days on which you were active',
      }),
    );
    const [, newest, second] = days.getAllByRole('row');
    expect(newest).toHaveAccessibleName('Sat, Nov 21, 2026 catalog');
    expect(second).toHaveAccessibleName('Fri, Nov 20, 2026 catalog, search');
    expect(days.getAllByText('no longer kept').length).toBeGreaterThan(0);
  });

  it('lists the time as a developer and in teams, former ones included', async () => {
    renderWithApi(<MyDataPage />, api);
    const spans = within(
      await screen.findByRole('table', {
        name: 'What you were counted as, and when',
      }),
    );
    expect(
      spans.getByRole('row', { name: 'Developer Feb 16, 2026 today' }),
    ).toBeInTheDocument();
    expect(
      spans.getByRole('row', {
        name: 'In group:default/mobile Feb 16, 2026 May 31, 2026',
      }),
    ).toBeInTheDocument();
  });

  it('says in which proofs of concept the team takes part', async () => {
    renderWithApi(<MyDataPage />, api);
    const proofs = within(
      await screen.findByRole('region', {
        name: 'Proofs of concept you take part in',
      }),
    );
    expect(
      proofs.getByText(
        'Your team Platform is trying Birch from Nov 9, 2026 to Nov 22, 2026.',
      ),
    ).toBeInTheDocument();
    expect(proofs.getByText(/No one sees who they are/)).toBeInTheDocument();
  });

  it('says that nothing is held', async () => {
    renderWithApi(<MyDataPage />, new FixtureApi(nothingSeen));
    expect(await screen.findByText('No active days.')).toBeInTheDocument();
    expect(
      screen.getByText('You do not count as a developer.'),
    ).toBeInTheDocument();
    expect(screen.getByText('No active days stored.')).toBeInTheDocument();
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
  });

  it('says what opting out does before it is done', async () => {
    const setMyChoice = jest.spyOn(api.answers, 'PUT /me');
    renderWithApi(<MyDataPage />, api);

    await userEvent.click(await countMe());

    expect(
      screen.getByText(
        /neither as an active user nor as a developer, and your browser/,
      ),
    ).toBeInTheDocument();
    expect(setMyChoice).not.toHaveBeenCalled();
    expect(await countMe()).toBeChecked();

    await userEvent.click(button('Cancel'));

    expect(setMyChoice).not.toHaveBeenCalled();
    expect(
      screen.queryByRole('button', { name: 'Stop counting me' }),
    ).not.toBeInTheDocument();
  });

  it('opts out and back in, and informs the collector each time', async () => {
    const setOptedOut = jest.fn();
    renderInTestApp(<MyDataPage />, {
      apis: [
        [adoptionMetricsApiRef, api],
        [
          collectorApiRef,
          { setOptedOut, captureEvent() {}, measurePageLoads() {} },
        ],
      ],
    });

    await userEvent.click(await countMe());
    await userEvent.click(button('Stop counting me'));

    expect(
      await screen.findByText(
        /You are no longer counted, neither as an active user nor as a developer/,
      ),
    ).toBeInTheDocument();
    expect(await countMe()).not.toBeChecked();
    expect(
      screen.getByText(/do not count as a developer because you opted out/),
    ).toBeInTheDocument();
    expect(setOptedOut.mock.calls).toEqual([[true]]);

    await userEvent.click(await countMe());
    await userEvent.click(button('Count me again'));

    expect(
      await screen.findByText(/You are included like everyone else/),
    ).toBeInTheDocument();
    expect(setOptedOut.mock.calls).toEqual([[true], [false]]);
  });

  it('works in an app without the collector', async () => {
    const setMyChoice = jest.spyOn(api.answers, 'PUT /me');
    renderWithApi(<MyDataPage />, api);
    await userEvent.click(await countMe());
    await userEvent.click(button('Stop counting me'));

    await waitFor(async () => expect(await countMe()).not.toBeChecked());
    expect(setMyChoice).toHaveBeenCalledWith({ body: { optedOut: true } });
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('says when the choice could not be stored, and changes nothing', async () => {
    api.answers['PUT /me'] = () =>
      Promise.reject(responseError(503, 'The database is gone'));
    renderWithApi(<MyDataPage />, api);
    await userEvent.click(await countMe());
    await userEvent.click(button('Stop counting me'));

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Could not save your choice: The database is gone',
    );
    expect(await countMe()).toBeChecked();
  });

  it('can be done by keyboard, and the focus does not vanish', async () => {
    renderWithApi(<MyDataPage />, api);
    const toggle = await countMe();
    while (document.activeElement !== toggle) {
      await userEvent.tab();
    }
    await userEvent.keyboard(' ');
    expect(button('Stop counting me')).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    expect(toggle).toHaveFocus();

    await userEvent.keyboard(' ');
    await userEvent.keyboard('{Enter}');

    await waitFor(async () => expect(await countMe()).not.toBeChecked());
    expect(document.body).not.toHaveFocus();
  });

  it('says to a guest why nothing is stored, and how to be counted', async () => {
    const data = await api.request('GET /me');
    api.answers['GET /me'] = async () => ({ ...data, guest: true });
    const { container } = renderWithApi(<MyDataPage />, api);
    const notice = await screen.findByRole('status');
    expect(notice).toHaveTextContent('You are signed in as a guest');
    expect(notice).toHaveTextContent('Guests are not counted');
    expect(notice).toHaveTextContent('sign in as yourself');
    expect(
      screen.getByRole('link', { name: 'How to set up sign-in' }),
    ).toHaveAttribute('href', 'https://backstage.io/docs/auth/');
    expect(screen.queryByRole('switch')).not.toBeInTheDocument();
    expect(screen.queryByText(/No active days/)).not.toBeInTheDocument();
    expect(await brokenRules(container)).toEqual([]);
  });
});
