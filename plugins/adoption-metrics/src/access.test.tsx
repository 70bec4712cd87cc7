import { withLogCollector } from '@backstage/frontend-test-utils';
import { screen, waitFor, within } from '@testing-library/react';
import {
  decisionReadPermission,
  scorecardReadPermission,
} from 'backstage-plugin-adoption-metrics-common';
import { allMet, FixtureApi } from './__fixtures__';
import { openApp } from './__testUtils__/openApp';
import { decisionPermission, readPermission } from './access';

type Policy = (permission: string, action?: string) => boolean;

// The app's own style sheets warn in jsdom.
const openPage = (policy: Policy, text: string, api = new FixtureApi(allMet)) =>
  withLogCollector(['warn'], async () => {
    openApp('/adoption', api, policy);
    await screen.findAllByText(text);
  });

function itemInNavigation() {
  const navigation = screen.getByRole('navigation', { name: 'sidebar nav' });
  return within(navigation).queryByRole('link', { name: 'Adoption' });
}

describe('the permission to read', () => {
  it('has the name that the backend knows', () => {
    expect(readPermission).toBe(scorecardReadPermission.name);
    expect(decisionPermission).toBe(decisionReadPermission.name);
  });

  it('shows the page and its item in the navigation', async () => {
    const policy: Policy = (name, action) =>
      name === readPermission && action === 'read';
    await openPage(policy, 'on target');
    expect(itemInNavigation()).toBeInTheDocument();
  });

  it.each([
    ['shows', true],
    ['hides', false],
  ])('%s the tab of the decision', async (_verb, mayDecide) => {
    await openPage(name => name === readPermission || mayDecide, 'on target');
    const tabs = screen.getAllByRole('tab').map(tab => tab.textContent);
    expect(tabs.includes('Decision')).toBe(mayDecide);
    expect(tabs).toContain('Deadline');
  });

  it('hides the tab of the decision where the backend refuses what the app allows', async () => {
    const api = new FixtureApi(allMet);
    api.answers['GET /decision/access'] = async () => ({
      mayRead: false,
      mayManage: false,
    });
    await openPage(() => true, 'on target', api);
    await waitFor(() =>
      expect(screen.queryByRole('tab', { name: 'Decision' })).toBeNull(),
    );
    expect(screen.getByRole('tab', { name: 'Deadline' })).toBeVisible();
  });

  it('leaves what is held about oneself to those who lack it', async () => {
    await openPage(() => false, "You don't have access to adoption metrics");
    expect(
      await screen.findByText('What is stored about you'),
    ).toBeInTheDocument();
    expect(itemInNavigation()).not.toBeInTheDocument();
    expect(screen.queryByText('Overview')).not.toBeInTheDocument();
  });

  it('opens what is held about oneself at its own address', async () => {
    await withLogCollector(['warn'], async () => {
      openApp('/adoption/me', new FixtureApi(allMet), () => false);
      await screen.findByText('What is stored about you');
    });
    expect(itemInNavigation()).not.toBeInTheDocument();
    await waitFor(() => expect(document.title).toBe('My data · Adoption'));
  });

  it.each(['report', 'me'])(
    'has no item for %s in the navigation',
    async name => {
      await withLogCollector(['warn'], async () => {
        openApp(`/adoption/${name}`, new FixtureApi(allMet));
        await screen.findByRole('main');
      });
      const navigation = screen.getByRole('navigation', {
        name: 'sidebar nav',
      });
      const items = within(navigation).getAllByRole('link');
      expect(items.map(item => item.getAttribute('href'))).toEqual([
        '/adoption',
      ]);
    },
  );
});
