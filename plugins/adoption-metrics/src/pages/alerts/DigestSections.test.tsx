import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FixtureApi, nineMonthsIn, nothingSeen } from '../../__fixtures__';
import { digestFor } from '../../__fixtures__/digests';
import { renderWithApi } from '../../__testUtils__/renderWithApi';
import { DigestSections } from './DigestSections';

const section = async (name: string) =>
  within(await screen.findByRole('region', { name }));

describe('DigestSections', () => {
  it('shows what is sent, and what would help the most', async () => {
    renderWithApi(<DigestSections />, new FixtureApi(nineMonthsIn));
    const digest = await section('Adoption in the week to 22 Nov 2026');
    expect(digest.getByText(/Active users: 9%/)).toHaveTextContent(
      /Deadline, 65 days left\. Needs acceleration/,
    );
    const help = await section('Recommended actions');
    expect(
      help.getAllByRole('listitem').map(({ textContent }) => textContent),
    ).toEqual([
      expect.stringMatching(/^Win over Payments/),
      expect.stringMatching(/^Keep 5 plugins at most/),
    ]);
  });

  it('says when and how it is sent, and what became of the last one', async () => {
    renderWithApi(<DigestSections />, new FixtureApi(nineMonthsIn));
    const sent = await section('Delivery');
    expect(sent.getByText('Nov 30, 2026, 9:00 AM')).toBeInTheDocument();
    expect(sent.getByText('notifications, webhook')).toBeInTheDocument();
    expect(
      sent.getByText(/notifications: sent; webhook: pending, 3 attempts/),
    ).toBeInTheDocument();
  });

  it('shows a month when asked', async () => {
    renderWithApi(<DigestSections />, new FixtureApi(nineMonthsIn));
    await userEvent.click(
      await screen.findByRole('radio', { name: 'Last month' }),
    );
    expect(await section('Adoption in the month to 22 Nov 2026')).toBeDefined();
  });

  it.each([
    ['met', 'Every metric is on target.'],
    ['missed', 'No recommendations from the data so far.'],
  ] as const)('recommends nothing where all is %s', async (status, said) => {
    const api = new FixtureApi(nineMonthsIn);
    const metric = {
      id: 'uptime' as const,
      name: 'Uptime' as const,
      unit: 'share' as const,
      status,
      statement: 'Uptime: 99%',
      change: null,
    };
    const digest = { ...digestFor({}), actions: [], metrics: [metric] };
    jest.spyOn(api, 'request').mockResolvedValue(digest as never);
    renderWithApi(<DigestSections />, api);
    const help = await section('Recommended actions');
    expect(help.getByText(said)).toBeInTheDocument();
  });

  it('says that nobody is sent one, and what to do about it', async () => {
    renderWithApi(<DigestSections />, new FixtureApi(nothingSeen));
    const sent = await section('Delivery');
    expect(sent.getByText(/No one receives the digest/)).toHaveTextContent(
      'adoptionMetrics.alerts.rules.digest.recipients',
    );
    expect(sent.getByText('not scheduled')).toBeInTheDocument();
    expect(sent.getByText('No digest sent')).toBeInTheDocument();
  });
});
