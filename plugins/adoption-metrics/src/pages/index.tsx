import {
  PageBlueprint,
  SubPageBlueprint,
} from '@backstage/frontend-plugin-api';
import { RiLineChartLine } from '@remixicon/react';
import { rootRouteRef } from '../routes';
import { tabs, type Tab } from './tabs';

const adoptionPage = PageBlueprint.make({
  params: {
    path: '/adoption',
    title: 'Adoption',
    icon: <RiLineChartLine />,
    routeRef: rootRouteRef,
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
export const pageExtensions = [adoptionPage, ...tabs.map(subPage)];
