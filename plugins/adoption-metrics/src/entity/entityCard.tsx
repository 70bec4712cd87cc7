import { mayRead } from '../access';
import { EntityCardBlueprint } from '../alpha';
import { isStalenessAvailable } from './isStalenessAvailable';

/** Says on the page of an entity whether it is stale. */
export const entityStalenessCard = EntityCardBlueprint.make({
  name: 'staleness',
  if: mayRead,
  params: {
    type: 'info',
    filter: isStalenessAvailable,
    loader: async () => {
      const { EntityStalenessCard } = await import('./EntityStalenessCard');
      return <EntityStalenessCard />;
    },
  },
});
