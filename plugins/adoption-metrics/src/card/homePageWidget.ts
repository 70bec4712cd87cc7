import { mayRead } from '../access';
import { HomePageWidgetBlueprint } from '../alpha';
import { ScorecardFrame } from './ScorecardFrame';
import { widget } from './widget';

/** The scorecard for the homepage. */
export const scorecardWidget = HomePageWidgetBlueprint.make({
  name: 'scorecard',
  if: mayRead,
  params: {
    ...widget,
    components: async () => {
      const { ScorecardCard } = await import('./ScorecardCard');
      return { Content: ScorecardCard };
    },
    componentProps: { Renderer: ScorecardFrame },
  },
});
