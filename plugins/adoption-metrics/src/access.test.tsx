import { withLogCollector } from '@backstage/frontend-test-utils';
import { screen, within } from '@testing-library/react';
import { scorecardReadPermission } from 'backstage-plugin-adoption-metrics-common';
import { allMet, FixtureApi } from './__fixtures__';
import { openApp } from './__testUtils__/openApp';
import { readPermission } from './access';

type Policy = (permission: string, action?: string) => boolean;

// The app's own style sheets warn in jsdom.
const openPage = (policy: Policy, text: string) =>
  withLogCollector(['warn'], async () => {
    openApp('/adoption', new FixtureApi(allMet), policy);
    await screen.findAllByText(text);
  });

function itemInNavigation() {
  const navigation = screen.getByRole('navigation', { name: 'sidebar nav' });
  return within(navigation).queryByRole('link', { name: 'Adoption' });
}

describe('the permission to read', () => {
  it('has the name that the backend knows', () => {
    expect(readPermission).toBe(scorecardReadPermission.name);
  });

  it('shows the page and its item in the navigation', async () => {
    const policy: Policy = (name, action) =>
      name === readPermission && action === 'read';
    await openPage(policy, 'on target');
    expect(itemInNavigation()).toBeInTheDocument();
  });

  it('leaves what is held about oneself to those who lack it', async () => {
    await openPage(() => false, "You don't have access to adoption metrics");
    expect(
      await screen.findByText('What is stored about you'),
    ).toBeInTheDocument();
    expect(itemInNavigation()).not.toBeInTheDocument();
    expect(screen.queryByText('Overview')).not.toBeInTheDocument();
  });
});
