import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FixtureApi, nineMonthsIn, nothingSeen } from '../../__fixtures__';
import { renderWithApi } from '../../__testUtils__/renderWithApi';
import { DigestSections } from './DigestSections';

const preview = (name: string) => screen.findByRole('article', { name });

const rowOf = async (name: RegExp) =>
  within(
    await screen.findByRole('table', { name: 'Digests sent and to come' }),
  ).findByRole('row', { name });

describe('DigestSections', () => {
  it('shows what is sent', async () => {
    renderWithApi(<DigestSections />, new FixtureApi(nineMonthsIn));
    expect(
      await preview('Adoption, week ending 22 Nov 2026'),
    ).toHaveTextContent(/Deadline, 65 days left\. At risk: /);
  });

  it('says when and how each is sent, and what became of the last one', async () => {
    renderWithApi(<DigestSections />, new FixtureApi(nineMonthsIn));
    const week = await rowOf(/^Weekly/);
    expect(week).toHaveTextContent('Nov 30, 2026, 9:00 AM');
    expect(week).toHaveTextContent('Notifications, Webhook');
    expect(week).toHaveTextContent(
      /Notifications: sent; Webhook: pending, 3 attempts/,
    );
    expect(await rowOf(/^Monthly/)).toHaveTextContent(
      'Adoption, month ending Nov 22, 2026',
    );
  });

  it('shows a month when asked', async () => {
    renderWithApi(<DigestSections />, new FixtureApi(nineMonthsIn));
    await userEvent.click(
      await screen.findByRole('radio', { name: 'Last month' }),
    );
    expect(await preview('Adoption, month ending 22 Nov 2026')).toBeVisible();
  });

  it('says that nobody is sent one, and what to do about it', async () => {
    renderWithApi(<DigestSections />, new FixtureApi(nothingSeen));
    expect(
      await screen.findByText(/No one receives the digest/),
    ).toHaveTextContent('adoptionMetrics.alerts.rules.digest.recipients');
    const week = await rowOf(/^Weekly/);
    expect(week).toHaveTextContent('not scheduled');
    expect(week).toHaveTextContent('No digest sent');
  });
});
