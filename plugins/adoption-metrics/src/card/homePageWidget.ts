import { HomePageWidgetBlueprint } from '../alpha';
import { ScorecardFrame } from './ScorecardFrame';

/**
 * The scorecard for the homepage. Saved homepage layouts refer to it as
 * `AdoptionScorecard`, so that name must never change.
 */
export const scorecardWidget = HomePageWidgetBlueprint.make({
  name: 'scorecard',
  params: {
    name: 'AdoptionScorecard',
    title: 'Adoption scorecard',
    description:
      'Active users, page load time, uptime and stale catalog entities, each against its target',
    components: async () => {
      const { ScorecardCard } = await import('./ScorecardCard');
      return { Content: ScorecardCard };
    },
    layout: {
      width: { minColumns: 4, defaultColumns: 12 },
      height: { minRows: 4, defaultRows: 8 },
    },
    componentProps: { Renderer: ScorecardFrame },
  },
});
