import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FixtureApi, nineMonthsIn, nothingSeen } from '../../__fixtures__';
import { renderWithApi } from '../../__testUtils__/renderWithApi';
import { DigestSections } from './DigestSections';

const section = async (name: string) =>
  within(await screen.findByRole('region', { name }));

describe('DigestSections', () => {
  it('shows what is sent', async () => {
    renderWithApi(<DigestSections />, new FixtureApi(nineMonthsIn));
    const digest = await section('Adoption in the week to 22 Nov 2026');
    expect(digest.getByText(/Active users: 9%/)).toHaveTextContent(
      /Deadline, 65 days left\. Needs acceleration/,
    );
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
