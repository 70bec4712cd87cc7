import type { overview as english } from '../overview';
import type { Translated } from '../Translated';

export const overview: Translated<typeof english> = {
  title: 'Adoption-Scorecard',
  subject: 'Die Scorecard',
  loading: 'Metriken werden geladen',
  targetsMet: 'Erreichte Zielwerte',
  dataThrough: 'Daten bis',
  firstMetrics: 'Erste Metriken',
  firstMetricsOn: '{{day}}, nach Mitternacht',
  updated: 'Aktualisiert',
  more: 'Verlauf und Aufschlüsselung',
};
