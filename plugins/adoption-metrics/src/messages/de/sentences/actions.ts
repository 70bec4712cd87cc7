import type { SentencesOf } from './SentencesOf';

export const actions: SentencesOf<'actions'> = {
  'actions.decide':
    'Entscheiden, wie es weitergeht, und die Entscheidung festhalten',
  'actions.win-team': 'Die Nutzung steigern: {{team}}',
  'actions.win-team.because':
    '{{active}} von {{developers}} Entwicklern waren aktiv; mit {{needed}} weiteren wäre der Zielwert erreicht.',
  'actions.win-team.because-in-weeks':
    '{{active}} von {{developers}} Entwicklern waren in den 4 Wochen bis {{day}} aktiv; mit {{needed}} weiteren wäre der Zielwert erreicht.',
  'actions.simplify_one': 'Das Portal auf {{count, number}} Plugin beschränken',
  'actions.simplify_other':
    'Das Portal auf {{count, number}} Plugins beschränken',
  'actions.simplify.because':
    '{{used}} Plugins wurden genutzt, ohne die von Backstage selbst.',
  'actions.simplify.because-in-weeks':
    '{{used}} Plugins wurden in den 4 Wochen bis {{day}} genutzt, ohne die von Backstage selbst.',
  'actions.fix-entities.of-owner':
    '{{owner}} bitten, die eigenen veralteten Entities zu korrigieren',
  'actions.fix-entities.without-owner': 'Owner für veraltete Entities finden',
  'actions.fix-entities': 'Veraltete Entities korrigieren',
  'actions.fix-entities.fixes_one': '{{count, number}} Korrektur',
  'actions.fix-entities.fixes_other': '{{count, number}} Korrekturen',
  'actions.fix-entities.because':
    'Mit {{fixes}} erreicht der Katalog seinen Zielwert.',
  'actions.fix-entities.because-of-owner_one':
    'Mit {{fixes}} erreicht der Katalog seinen Zielwert; {{owner}} besitzt {{count, number}} veraltete Entity.',
  'actions.fix-entities.because-of-owner_other':
    'Mit {{fixes}} erreicht der Katalog seinen Zielwert; {{owner}} besitzt {{count, number}} veraltete Entities.',
  'actions.fix-entities.because-without-owner_one':
    'Mit {{fixes}} erreicht der Katalog seinen Zielwert; {{count, number}} veraltete Entity hat keinen Owner.',
  'actions.fix-entities.because-without-owner_other':
    'Mit {{fixes}} erreicht der Katalog seinen Zielwert; {{count, number}} veraltete Entities haben keinen Owner.',
  'actions.speed-up': 'Die Ladezeit der Seite {{page}} verbessern',
  'actions.speed-up.because':
    '{{slow}} ihrer {{loads}} Aufrufe in 28 Tagen dauerten {{target}} oder länger, die meisten aller Seiten.',
  'actions.keep-up.restarts': 'Die Ausfallzeit durch Neustarts verringern',
  'actions.keep-up.because-of-restarts_one':
    '{{count, number}} Neustart in 30 Tagen und keine andere Ausfallzeit.',
  'actions.keep-up.because-of-restarts_other':
    '{{count, number}} Neustarts in 30 Tagen und keine andere Ausfallzeit.',
  'actions.keep-up': 'Die letzten Ausfälle untersuchen',
  'actions.keep-up.because_one':
    '{{count, number}} Störung in 30 Tagen; die längste dauerte {{duration}}.',
  'actions.keep-up.because_other':
    '{{count, number}} Störungen in 30 Tagen; die längste dauerte {{duration}}.',
  'actions.explain': 'Die Daten hinter dieser Metrik prüfen: {{metric}}',
};
