import {
  PageBlueprint,
  SubPageBlueprint,
} from '@backstage/frontend-plugin-api';
import { RiLineChartLine } from '@remixicon/react';
import { mayRead } from '../access';
import { rootRouteRef } from '../routes';
import { tabs, type Tab } from './tabs';

const adoptionPage = PageBlueprint.make({
  if: mayRead,
  params: {
    path: '/adoption',
    title: 'Adoption',
    icon: <RiLineChartLine />,
    routeRef: rootRouteRef,
  },
});

// Without a route ref there is no item in the navigation. What is held about
// oneself is open to everybody.
const noAccessPage = PageBlueprint.make({
  name: 'no-access',
  if: { $not: mayRead },
  params: {
    path: '/adoption',
    title: 'Adoption',
    icon: <RiLineChartLine />,
    loader: async () => {
      const { NoAccessPage } = await import('./NoAccessPage');
      return <NoAccessPage />;
    },
  },
});

function subPage<TName extends string>(tab: Tab<TName>) {
  const { name, title, routeRef, load } = tab;
  return SubPageBlueprint.make({
    name,
    params: {
      path: name,
      title,
      routeRef,
      loader: async () => {
        const Content = await load();
        return <Content />;
      },
    },
  });
}

/** The page at `/adoption` with its tabs, in the order in which they appear. */
export const pageExtensions = [
  adoptionPage,
  noAccessPage,
  ...tabs.map(subPage),
];
