import { PublishedAdoption } from '../../deadline';
import { Published } from './Published';

/** What of all that is published is about adoption as a whole. */
export function adoptionIn({
  numbers: { averageAdoption, stuckShare },
}: Pick<Published, 'numbers'>): PublishedAdoption {
  const { title, published, replaced, low } = averageAdoption;
  const { origin } = published;
  const from = replaced
    ? replaced.why
    : `${origin.title}, ${origin.date} (${origin.grade})`;
  return {
    reference: { share: low!, label: `${title}: ${from}` },
    stuckBelow: stuckShare.low!,
  };
}
