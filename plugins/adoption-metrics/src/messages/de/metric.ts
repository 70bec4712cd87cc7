import type { metric as english } from '../metric';
import type { Translated } from '../Translated';

export const metric: Translated<typeof english> = {
  name: {
    'active-users': 'Aktive Nutzer',
    'page-load': 'Ladezeit',
    uptime: 'Verfügbarkeit',
    'stale-entities': 'Veraltete Entities',
  },
  subject: 'Die Metrik',
  loading: 'Die Metrik wird geladen',
  status: {
    met: 'Zielwert erreicht',
    missedBelow: 'unter Zielwert',
    missedAbove: 'über Zielwert',
    undecided: 'zu wenig Daten',
  },
  unknown: 'Unbekannt',
  target: 'Zielwert {{target}}',
  spoken: '{{value}}, {{target}}, {{status}}',
  named: '{{name}}: {{text}}',
  headline: {
    coverage: 'Datenabdeckung {{share}}',
    loads_one: '{{count, number}} Seitenaufruf',
    loads_other: '{{count, number}} Seitenaufrufe',
    entities_one: '{{part}} von {{count, number}} Entity',
    entities_other: '{{part}} von {{count, number}} Entities',
    soFar_one: 'Nutzer bisher',
    soFar_other: 'Nutzer bisher',
    today: 'heute mindestens {{additional}} mehr',
  },
  gap: {
    people_one: '{{count, number}} Nutzer fehlt',
    people_other: '{{count, number}} Nutzer fehlen',
    withinTarget: '{{share}} im Zielbereich',
    budget: 'Fehlerbudget: {{part}} von {{whole}} ({{share}})',
    fixes_one: '{{count, number}} Korrektur nötig',
    fixes_other: '{{count, number}} Korrekturen nötig',
    tooFew: 'zu wenige Seitenaufrufe',
    tooOld: 'Daten sind zu alt',
    misconfigured: 'Konfiguration prüfen',
  },
  change: {
    since: '{{change}} seit {{day}}',
    better: 'besser',
    worse: 'schlechter',
    people_one: '{{active}} aktiv, {{developers}} Entwickler',
    people_other: '{{active}} aktiv, {{developers}} Entwickler',
    peopleFewer:
      '{{moved}}: Der Anteil ist gestiegen, weil es weniger Entwickler gibt',
    peopleMore:
      '{{moved}}: Der Anteil ist gesunken, weil es mehr Entwickler gibt',
    entities_one: '{{stale}} veraltet, {{entities}} Entity',
    entities_other: '{{stale}} veraltet, {{entities}} Entities',
    entitiesFewer:
      '{{moved}}: Der Anteil ist gestiegen, weil es weniger Entities gibt',
    entitiesMore:
      '{{moved}}: Der Anteil ist gesunken, weil es mehr Entities gibt',
  },
  lead: {
    'active-users': {
      met: '{{value}} der Entwickler aktiv, Zielwert erreicht',
      missed_one:
        '{{value}} der Entwickler aktiv, {{count, number}} Nutzer fehlt',
      missed_other:
        '{{value}} der Entwickler aktiv, {{count, number}} Nutzer fehlen',
    },
    'page-load': {
      met: 'Seiten laden in {{value}} (75. Perzentil), Zielwert erreicht',
      missed: 'Seiten laden in {{value}} (75. Perzentil), Zielwert {{target}}',
    },
    uptime: {
      overspent: 'Fehlerbudget um {{duration}} überzogen',
      left: 'Noch {{duration}} Fehlerbudget übrig',
    },
    'stale-entities': {
      met: '{{value}} der Entities veraltet, Zielwert erreicht',
      missed_one:
        '{{value}} der Entities veraltet, {{count, number}} Korrektur nötig',
      missed_other:
        '{{value}} der Entities veraltet, {{count, number}} Korrekturen nötig',
    },
    undecided: {
      windowIncomplete: 'Noch zu wenig Daten: Tag {{day}} von {{days}}',
      tooFew: 'Noch zu wenig Daten: zu wenige Seitenaufrufe',
      tooOld: 'Zu wenig Daten: Die neuesten Daten sind zu alt',
      misconfigured: 'Kein Status: Prüfen Sie die Konfiguration',
      noData: 'Noch keine Daten',
    },
  },
  actions: {
    title: 'Empfohlene Maßnahmen',
    none: 'Für diese Metrik ist derzeit keine Maßnahme empfohlen.',
    own: {
      'active-users': {
        title: 'Die Nutzung in den Teams mit dem kleinsten Anteil steigern',
        reason_one:
          'Mit {{count, number}} weiteren aktiven Nutzer ist der Zielwert erreicht.',
        reason_other:
          'Mit {{count, number}} weiteren aktiven Nutzern ist der Zielwert erreicht.',
      },
      'page-load': {
        title: 'Die langsamsten Seiten verbessern',
        reason:
          'Die mit den meisten Seitenaufrufen über dem Zielwert stehen zuerst.',
      },
      uptime: {
        title: 'Die letzten Ausfälle untersuchen',
        reason_one:
          '{{count, number}} Störung in 30 Tagen; sie dauerte {{duration}}.',
        reason_other:
          '{{count, number}} Störungen in 30 Tagen; die längste dauerte {{duration}}.',
      },
      restarts: {
        title: 'Die Ausfallzeit durch Neustarts verringern',
        reason_one:
          '{{count, number}} Neustart in 30 Tagen und keine andere Ausfallzeit.',
        reason_other:
          '{{count, number}} Neustarts in 30 Tagen und keine andere Ausfallzeit.',
      },
      'stale-entities': {
        title: 'Die am längsten veralteten Entities korrigieren',
        reason_one:
          'Mit {{count, number}} Korrektur ist der Zielwert erreicht.',
        reason_other:
          'Mit {{count, number}} Korrekturen ist der Zielwert erreicht.',
      },
    },
  },
  summary: {
    meaning: 'So wird gemessen',
    definition: 'Definition, Version {{version}}',
    asOf: 'Stand {{time}}',
    window: 'Fenster von {{days}} Tagen',
    observed: '{{share}} beobachtet',
  },
  sparkline: {
    empty: 'Noch kein Verlauf',
    at: '{{value}} am {{day}}',
    range: '{{name}}: von {{first}} bis {{last}}',
    lowest: 'niedrigster Wert {{value}}',
    highest: 'höchster Wert {{value}}',
    unknownDays_one: '{{count}} Tag unbekannt',
    unknownDays_other: '{{count}} Tage unbekannt',
  },
  details: 'Details',
  facts: {
    title: 'Weitere Zahlen',
    'users-needed': 'Fehlende Nutzer',
    'outside-developers': 'Aktive Nutzer, die keine Entwickler sind',
    'daily-active': 'Aktive Entwickler, letzter Tag',
    'weekly-active': 'Aktive Entwickler, letzte 7 Tage',
    'regular-users': 'Regelmäßige Nutzer',
    p50: 'Median',
    p95: '95. Perzentil',
    p99: '99. Perzentil',
    'share-within-target': 'Seitenaufrufe im Zielbereich',
    'route-p75': 'Navigation in der App, 75. Perzentil',
    'route-loads': 'Navigationen in der App',
    lenient: 'Verfügbarkeit ohne unbekannte Zeit',
    'error-budget': 'Fehlerbudget',
    'error-budget-used': 'Verbrauchtes Fehlerbudget',
    incidents: 'Störungen',
    'longest-incident': 'Längste Störung',
    restarts: 'Neustarts',
    'fixes-needed': 'Nötige Korrekturen',
  },
};
