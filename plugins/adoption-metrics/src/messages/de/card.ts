import type { card as english } from '../card';
import type { Translated } from '../Translated';

export const card: Translated<typeof english> = {
  title: 'Adoption-Scorecard',
  subject: 'Die Scorecard',
  loading: 'Metriken werden geladen',
  targetsMet: '{{met}} von {{total}} Zielwerten erreicht',
  dataThrough: 'Daten bis {{day}} · {{timeZone}}',
  firstMetricsOn: 'Erste Metriken am {{day}}, nach Mitternacht in {{timeZone}}',
  definitions: 'Definitionen',
  details: 'Details',
  deadline: {
    label: 'Frist',
    date: 'Frist {{date}}',
    none: 'Keine Frist',
    set: 'Frist setzen',
    stuck: 'Aktive Nutzer seit {{weeks}} Wochen unter {{share}}',
    probability: 'Wahrscheinlichkeit, {{goal}} zu erreichen: {{probability}}',
    needed: '{{users}} neue aktive Nutzer pro Woche nötig',
    growing: 'Derzeitiges Tempo: {{users}}',
    noGrowth: 'Kein Nettowachstum',
    noForecast: 'Zu wenige Daten für eine Prognose',
    achieved: 'Ziel von {{goal}} erreicht',
    missed: 'Ziel von {{goal}} verfehlt',
    decided: 'Entscheidung festgehalten',
    chosen: 'Entscheidung: {{option}}',
    nobodyNotified: {
      'no-recipients': 'Niemand wird benachrichtigt: keine Empfänger',
      unreachable: 'Niemand wird benachrichtigt: Empfänger nicht erreichbar',
      'switched-off': 'Niemand wird benachrichtigt: Regel ausgeschaltet',
      muted: 'Niemand wird benachrichtigt: Regel stummgeschaltet',
    },
    decide: 'Entscheidung treffen',
    recovery: 'Maßnahmen ansehen',
    history: 'Verlauf ansehen',
  },
};
