/** Everything that this package uses from unstable entry points. */
export { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';
export { HomePageWidgetBlueprint } from '@backstage/plugin-home-react/alpha';
