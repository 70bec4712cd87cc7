import {
  configApiRef,
  coreExtensionData,
  PageBlueprint,
  SubPageBlueprint,
} from '@backstage/frontend-plugin-api';
import { RiLineChartLine } from '@remixicon/react';
import { mayDecide, mayRead } from '../access';
import { rootRouteRef } from '../routes';
import { pagePath } from './pagePath';
import { pageTitle } from './pageTitle';
import { myDataPage, reportPage, tabs, type PageName, type Tab } from './tabs';
import { UnknownTab } from './UnknownTab';

const { reactElement, routePath } = coreExtensionData;

const adoptionPage = PageBlueprint.makeWithOverrides({
  if: mayRead,
  *factory(originalFactory, { inputs }) {
    const shell = originalFactory({
      path: '/adoption',
      title: pageTitle('adoption'),
      icon: <RiLineChartLine />,
      routeRef: rootRouteRef,
    });
    const paths = inputs.pages.map(each => each.get(routePath));
    for (const data of shell) {
      if (data.id !== reactElement.id) {
        yield data;
      }
    }
    yield reactElement(
      <>
        {shell.get(reactElement)}
        <UnknownTab paths={paths} />
      </>,
    );
  },
});

// Without a route ref there is no item in the navigation. What is held about
// oneself is open to everybody.
const noAccessPage = PageBlueprint.makeWithOverrides({
  name: 'no-access',
  if: { $not: mayRead },
  factory: (originalFactory, { apis }) =>
    originalFactory({
      path: pagePath(apis.get(configApiRef)),
      title: pageTitle('adoption'),
      icon: <RiLineChartLine />,
      loader: async () => {
        const { NoAccessPage } = await import('./NoAccessPage');
        return <NoAccessPage />;
      },
    }),
});

/** What a tab shows, with its title in the browser's tab. */
async function load(tab: Tab) {
  const [Content, { DocumentTitle }, { TabInView }] = await Promise.all([
    tab.load(),
    import('./DocumentTitle'),
    import('./TabInView'),
  ]);
  return (
    <>
      <DocumentTitle page={tab.name} />
      <TabInView tab={tab} />
      <Content />
    </>
  );
}

function subPage<TName extends PageName>(tab: Tab<TName>) {
  const { name, routeRef } = tab;
  const title = pageTitle(name);
  return SubPageBlueprint.make({
    name,
    if: name === 'decision' ? mayDecide : undefined,
    params: { path: name, title, routeRef, loader: () => load(tab) },
  });
}

/** A page beside the tabs. Without an icon it is not in the navigation. */
function page<TName extends PageName>(
  tab: Tab<TName>,
  access?: typeof mayRead,
) {
  const { name, routeRef } = tab;
  const title = pageTitle(name);
  return PageBlueprint.makeWithOverrides({
    name,
    if: access,
    factory: (originalFactory, { apis }) =>
      originalFactory({
        path: `${pagePath(apis.get(configApiRef))}/${name}`,
        title,
        routeRef,
        loader: () => load(tab),
      }),
  });
}

/** What is stored about oneself, where people look for their own settings. */
const userSettingsPage = SubPageBlueprint.make({
  name: 'user-settings',
  attachTo: { id: 'page:user-settings', input: 'pages' },
  params: {
    path: 'adoption',
    title: pageTitle('me'),
    loader: () => load(myDataPage),
  },
});

/** The page at `/adoption` with its tabs, in the order in which they appear. */
export const pageExtensions = [
  adoptionPage,
  noAccessPage,
  ...tabs.map(subPage),
  page(reportPage, mayRead),
  page(myDataPage),
  userSettingsPage,
];
