/** Everything that this package uses from unstable entry points. */
export { HomePageWidgetBlueprint } from '@backstage/plugin-home-react/alpha';
