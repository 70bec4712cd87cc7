import type { countdown as english } from '../countdown';
import type { Translated } from '../Translated';

export const countdown: Translated<typeof english> = {
  state: {
    'insufficient-data': 'noch keine Prognose',
    'on-track': 'auf Kurs',
    watch: 'unsicher',
    'at-risk': 'gefährdet',
    achieved: 'erreicht',
    missed: 'verfehlt',
  },
  days: {
    left_one: 'noch {{count, number}} Tag',
    left_other: 'noch {{count, number}} Tage',
    last: 'letzter Tag',
    ago_one: 'vor {{count, number}} Tag',
    ago_other: 'vor {{count, number}} Tagen',
  },
  drawing: {
    axis: 'Aktive Nutzer, Anteil der Entwickler',
    goal: 'Ziel {{goal}}',
    past: 'Aktive Nutzer: {{first}} am {{firstDay}}, {{last}} am {{lastDay}}',
    forecast:
      '{{past}}; Prognose für {{day}}: {{median}}, 80-%-Bereich {{low}} bis {{high}}',
    withGoal: '{{text}}, Ziel {{goal}}',
  },
  probability: {
    under: 'unter 1 %',
    over: 'über 99 %',
  },
};
