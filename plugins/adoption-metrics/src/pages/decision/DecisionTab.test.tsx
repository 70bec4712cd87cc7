import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  FixtureApi,
  nineMonthsIn,
  nothingSeen,
  deadlineAtRisk,
  deadlineMissed,
} from '../../__fixtures__';
import {
  brokenRules,
  renderWithApi,
  responseError,
} from '../../__testUtils__/renderWithApi';
import { DecisionTab } from './DecisionTab';

async function section(name: string) {
  return within(await screen.findByRole('region', { name }));
}

describe('DecisionTab', () => {
  let api: FixtureApi;

  beforeEach(() => {
    api = new FixtureApi(nineMonthsIn);
  });

  it('says how the deadline stands', async () => {
    const { container } = renderWithApi(<DecisionTab />, api);
    const deadline = await section('Deadline');
    expect(deadline.getByText('at risk')).toBeInTheDocument();
    expect(deadline.getByText(deadlineAtRisk.sentence)).toBeInTheDocument();
    expect(
      deadline.getByRole('link', { name: 'View deadline' }),
    ).toHaveAttribute('href', '/adoption/deadline');
    expect(
      screen.queryByRole('region', { name: 'Make a decision' }),
    ).toBeNull();
    expect(await brokenRules(container)).toEqual([]);
  });

  it('says what it would do without a deadline', async () => {
    renderWithApi(<DecisionTab />, new FixtureApi(nothingSeen));
    const deadline = await section('Deadline');
    expect(deadline.getByText(/^No deadline is set/)).toBeInTheDocument();
    expect(
      deadline.getByRole('link', { name: 'Set a deadline' }),
    ).toHaveAttribute('href', '/adoption/deadline');
  });

  it('ticks off the checklist, step by step', async () => {
    renderWithApi(<DecisionTab />, api);
    const checklist = await section('Recovery checklist');
    expect(
      await checklist.findByText('1 of 5 steps completed.'),
    ).toBeInTheDocument();
    const steps = checklist.getAllByRole('listitem');
    expect(steps).toHaveLength(5 + 3);
    expect(
      checklist.getByText('1 of 3 conditions met under which portals succeed.'),
    ).toBeInTheDocument();
    expect(steps[5]).toHaveTextContent(/^not metA team of its own2 in full/);
    expect(steps[0]).toHaveTextContent(/^doneSet a deadlineIt is 27 Jan 2027/);
    expect(steps[2]).toHaveTextContent(
      /^openOffer 5 plugins at most20 plugins/,
    );
    expect(
      checklist.getByRole('link', { name: 'Make the catalog trustworthy' }),
    ).toBeInTheDocument();
  });

  it('asks for the decision once the date has passed, and writes it down', async () => {
    const getDeadline = jest
      .spyOn(api.answers, 'GET /deadline')
      .mockResolvedValue(deadlineMissed);
    const record = jest.spyOn(api.answers, 'POST /decision/choices');
    renderWithApi(<DecisionTab />, api);
    const form = await section('Make a decision');
    await userEvent.click(await form.findByLabelText('Hosted portal'));
    await userEvent.type(
      form.getByLabelText('Decided by, and why'),
      'The board',
    );
    const decision = { id: 'hosted', title: 'Hosted portal' };
    const day = '2026-11-28';
    getDeadline.mockResolvedValue({
      ...deadlineMissed,
      decision: { day, text: 'The board', decision },
    });
    await userEvent.click(form.getByRole('button', { name: 'Save decision' }));
    await waitFor(() =>
      expect(
        screen.queryByRole('region', { name: /Make a decision/ }),
      ).toBeNull(),
    );
    expect(record).toHaveBeenCalledWith({
      body: {
        text: 'The board',
        option: 'hosted',
        day: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      },
    });
  });

  it('says why a decision could not be written down', async () => {
    api.answers['GET /deadline'] = async () => deadlineMissed;
    api.answers['POST /decision/choices'] = () =>
      Promise.reject(responseError(403, 'Not yours'));
    renderWithApi(<DecisionTab />, api);
    const form = await section('Make a decision');
    await userEvent.click(await form.findByLabelText('Stop'));
    await userEvent.type(form.getByLabelText('Decided by, and why'), 'Me');
    await userEvent.click(form.getByRole('button', { name: /^Save/ }));
    expect(await form.findByRole('alert')).toHaveTextContent(/Not yours/);
  });
});
