import type { card as english } from '../card';
import type { Translated } from '../Translated';

export const card: Translated<typeof english> = {
  title: 'Adoption-Scorecard',
  subject: 'Die Scorecard',
  loading: 'Metriken werden geladen',
  targetsMet: '{{met}} von {{total}} Zielwerten erreicht',
  dataThrough: 'Daten bis {{day}} · {{timeZone}}',
  firstMetricsOn: 'erste Metriken am {{day}}, nach Mitternacht in {{timeZone}}',
  definitions: 'Definitionen',
  details: 'Details',
  deadline: {
    label: 'Frist',
    date: 'Frist {{date}}',
    none: 'Keine Frist',
    set: 'Frist setzen',
    nobodyNotified: {
      'no-recipients':
        'Bei Änderungen wird niemand benachrichtigt: Es gibt keine Empfänger.',
      unreachable: 'Bei Änderungen wird niemand benachrichtigt: {{faults}}.',
      'switched-off':
        'Bei Änderungen wird niemand benachrichtigt: Die Regel ist ausgeschaltet.',
      muted:
        'Bei Änderungen wird niemand benachrichtigt: Die Regel ist stummgeschaltet.',
    },
    notify: 'Benachrichtigungen einrichten',
    decide: 'Entscheidung treffen',
    recovery: 'Maßnahmen ansehen',
    history: 'Verlauf ansehen',
  },
};
