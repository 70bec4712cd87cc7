/** The deadline as the homepage card and the pages tell it. */
export const countdown = {
  state: {
    'insufficient-data': 'no forecast yet',
    'on-track': 'on track',
    watch: 'uncertain',
    'at-risk': 'at risk',
    achieved: 'achieved',
    missed: 'missed',
  },
  days: {
    left_one: '{{count, number}} day left',
    left_other: '{{count, number}} days left',
    last: 'last day',
    ago_one: '{{count, number}} day ago',
    ago_other: '{{count, number}} days ago',
  },
  drawing: {
    axis: 'Active users, share of developers',
    goal: 'goal {{goal}}',
    past: 'Active users: {{first}} on {{firstDay}}, {{last}} on {{lastDay}}',
    forecast:
      '{{past}}; forecast for {{day}}: {{median}}, 80% range {{low}} to {{high}}',
    withGoal: '{{text}}, goal {{goal}}',
  },
  probability: {
    under: 'under 1%',
    over: 'over 99%',
  },
} as const;
