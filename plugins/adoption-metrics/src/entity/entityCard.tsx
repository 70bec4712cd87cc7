import { EntityCardBlueprint } from '../alpha';

/** Kinds of which no catalog is judged by default: a card would say just that. */
const unjudgedKinds = ['user', 'group', 'location', 'template'];

/** Says on the page of an entity whether it is stale. */
export const entityStalenessCard = EntityCardBlueprint.make({
  name: 'staleness',
  params: {
    type: 'info',
    filter: ({ kind }) =>
      !unjudgedKinds.includes(kind.toLocaleLowerCase('en-US')),
    loader: async () => {
      const { EntityStalenessCard } = await import('./EntityStalenessCard');
      return <EntityStalenessCard />;
    },
  },
});
