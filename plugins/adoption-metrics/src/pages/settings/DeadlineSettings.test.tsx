import type { Entity } from '@backstage/catalog-model';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  deadlineAtRisk,
  FixtureApi,
  nineMonthsIn,
  noDeadline,
} from '../../__fixtures__';
import {
  brokenRules,
  renderWithApi,
  responseError,
  section,
} from '../../__testUtils__/renderWithApi';
import { DeadlineSettings } from './DeadlineSettings';

function catalogEntity(
  kind: string,
  name: string,
  displayName: string,
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'default' },
    spec: { profile: { displayName } },
  };
}

describe('DeadlineSettings', () => {
  let api: FixtureApi;

  beforeEach(() => {
    api = new FixtureApi(nineMonthsIn);
  });

  it('changes goal and date', async () => {
    const setDeadline = jest.spyOn(api.answers, 'PUT /deadline');
    renderWithApi(<DeadlineSettings />, api);
    const form = await section('Deadline settings');
    const goal = form.getByLabelText('Goal (%)');
    await userEvent.clear(goal);
    await userEvent.type(goal, '25');
    await userEvent.click(form.getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(setDeadline).toHaveBeenCalledWith({
        body: {
          start: '2026-07-27',
          date: '2027-01-27',
          goal: 0.25,
          hold: 2,
          holidays: [{ from: '2026-12-21', to: '2027-01-04' }],
          recipients: ['group:default/portal-team'],
        },
      }),
    );
  });

  it('adds holidays and takes others away', async () => {
    const setDeadline = jest.spyOn(api.answers, 'PUT /deadline');
    renderWithApi(<DeadlineSettings />, api);
    const form = await section('Deadline settings');
    const press = (name: string) =>
      userEvent.click(form.getByRole('button', { name }));
    await press('Add holidays');
    await userEvent.type(form.getByLabelText('Holidays 2, from'), '2026-11-02');
    await userEvent.type(
      form.getByLabelText('Holidays 2, back on'),
      '2026-11-09',
    );
    await press('Remove holidays 1');
    expect(form.getByRole('button', { name: 'Add holidays' })).toHaveFocus();
    await press('Save');
    await waitFor(() =>
      expect(setDeadline).toHaveBeenCalledWith({
        body: expect.objectContaining({
          holidays: [{ from: '2026-11-02', to: '2026-11-09' }],
        }),
      }),
    );
  });

  it('shows holidays as they were stored', async () => {
    const stored = [{ from: '2026-11-02', to: '2026-11-20' }];
    renderWithApi(<DeadlineSettings />, api);
    const form = await section('Deadline settings');
    const deadline = { ...deadlineAtRisk.deadline!, holidays: stored };
    api.answers['GET /deadline'] = async () => ({
      ...deadlineAtRisk,
      deadline,
    });
    await userEvent.click(form.getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(screen.getByLabelText('Holidays 1, from')).toHaveValue(
        '2026-11-02',
      ),
    );
  });

  it('names recipients from the catalog, found by their names', async () => {
    const setDeadline = jest.spyOn(api.answers, 'PUT /deadline');
    const { container } = renderWithApi(<DeadlineSettings />, api, [
      catalogEntity('User', 'ada.okafor', 'Ada Okafor'),
      catalogEntity('Group', 'payments', 'Payments'),
      catalogEntity('Component', 'ada-service', 'Ada'),
    ]);
    const form = await section('Deadline settings');
    const search = () =>
      form.getByRole('combobox', { name: 'Add a person or group' });
    await userEvent.type(search(), 'ada');
    // Others are found while less of the name is typed.
    await waitFor(() =>
      expect(
        screen.getAllByRole('option').map(({ textContent }) => textContent),
      ).toEqual([expect.stringMatching(/^Ada Okafor.*user:default\/ada/)]),
    );
    await userEvent.click(screen.getByRole('option'));
    await waitFor(() => expect(search()).toHaveFocus());
    expect(search()).toHaveValue('');
    await userEvent.click(
      form.getByRole('button', {
        name: 'Remove recipient: group:default/portal-team',
      }),
    );
    expect(await brokenRules(container)).toEqual([]);
    await userEvent.click(form.getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(setDeadline).toHaveBeenCalledWith({
        body: expect.objectContaining({
          recipients: ['user:default/ada.okafor'],
        }),
      }),
    );
  });

  it('asks for a recipient, unless some are configured', async () => {
    const setDeadline = jest.spyOn(api.answers, 'PUT /deadline');
    const remove = 'Remove recipient: group:default/portal-team';
    const { unmount } = renderWithApi(<DeadlineSettings />, api);
    const form = await section('Deadline settings');
    await userEvent.click(form.getByRole('button', { name: remove }));
    await userEvent.click(form.getByRole('button', { name: 'Save' }));
    expect(form.getByRole('alert')).toHaveTextContent(
      'Add at least one person or group to notify.',
    );
    expect(setDeadline).not.toHaveBeenCalled();
    unmount();

    const configuredRecipients = ['group:default/leads'];
    api.answers['GET /deadline'] = async () => ({
      ...deadlineAtRisk,
      configuredRecipients,
    });
    renderWithApi(<DeadlineSettings />, api);
    const other = await section('Deadline settings');
    expect(other.getByText(/^Also notified/)).toHaveTextContent(
      'Also notified, as configured: leads',
    );
    await userEvent.click(other.getByRole('button', { name: remove }));
    await userEvent.click(other.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(setDeadline).toHaveBeenCalledTimes(1));
  });

  it('removes the deadline, and offers to set another', async () => {
    renderWithApi(<DeadlineSettings />, api);
    const form = await section('Deadline settings');
    const press = (name: string) =>
      userEvent.click(form.getByRole('button', { name }));
    await press('Remove deadline');
    expect(form.getByRole('button', { name: 'Remove' })).toHaveFocus();
    await press('Cancel');
    await press('Remove deadline');
    await press('Remove');
    expect(
      await screen.findByRole('region', { name: 'Set a deadline' }),
    ).toBeInTheDocument();
  });

  it('says why a change was refused', async () => {
    api.answers['PUT /deadline'] = () =>
      Promise.reject(responseError(403, 'This needs the permission'));
    renderWithApi(<DeadlineSettings />, api);
    const form = await section('Deadline settings');
    await userEvent.click(form.getByRole('button', { name: 'Save' }));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      /^Could not save the change: This needs the permission/,
    );
  });

  it('says at each field what it accepts, and goes to the first', async () => {
    const setDeadline = jest.spyOn(api.answers, 'PUT /deadline');
    const { container } = renderWithApi(<DeadlineSettings />, api);
    const form = await section('Deadline settings');
    const [start, date, goal] = ['Start date', 'Deadline', 'Goal (%)'].map(
      label => form.getByLabelText(label),
    );
    fireEvent.change(date, { target: { value: '2026-07-27' } });
    await userEvent.clear(goal);
    await userEvent.type(goal, '130');
    await userEvent.click(form.getByRole('button', { name: 'Save' }));
    expect(start).toBeValid();
    expect(date).toBeInvalid();
    expect(date).toHaveFocus();
    expect(date).toHaveAccessibleDescription(
      /Choose a day after the start date, or leave this empty/,
    );
    expect(goal).toHaveAccessibleDescription(
      /Enter a number above 0, up to 100\.$/,
    );
    expect(await brokenRules(container)).toEqual([]);
    expect(setDeadline).not.toHaveBeenCalled();

    fireEvent.change(date, { target: { value: '' } });
    await userEvent.clear(goal);
    await userEvent.type(goal, '30');
    await userEvent.click(form.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(setDeadline).toHaveBeenCalledTimes(1));
  });

  it('shows values instead of a form to those who may only read', async () => {
    api.answers['GET /deadline'] = async () => ({
      ...deadlineAtRisk,
      mayChange: false,
    });
    const { container } = renderWithApi(<DeadlineSettings />, api);
    const settings = await section('Deadline settings');
    expect(settings.getByText('Jan 27, 2027')).toBeVisible();
    expect(settings.getByText('portal-team')).toBeVisible();
    expect(settings.getByText(/Ask your portal administrators/)).toBeVisible();
    expect(settings.queryByRole('textbox')).toBeNull();
    expect(settings.queryByRole('button')).toBeNull();
    expect(await brokenRules(container)).toEqual([]);
  });

  it('says to them that no deadline is set', async () => {
    api.answers['GET /deadline'] = async () => ({
      ...noDeadline,
      mayChange: false,
    });
    renderWithApi(<DeadlineSettings />, api);
    const settings = await section('Deadline settings');
    expect(settings.getByText('No deadline is set.')).toBeVisible();
  });

  it('leaves to the configuration what is set there', async () => {
    const deadline = {
      ...deadlineAtRisk.deadline!,
      source: 'configuration' as const,
    };
    api.answers['GET /deadline'] = async () => ({
      ...deadlineAtRisk,
      deadline,
    });
    renderWithApi(<DeadlineSettings />, api);
    const settings = await section('Deadline settings');
    expect(settings.getByText('adoptionMetrics.deadline')).toBeInTheDocument();
    expect(settings.getByText('Jan 27, 2027')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Save' })).toBeNull();
  });
});
