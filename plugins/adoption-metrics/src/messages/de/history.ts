import type { history as english } from '../history';
import type { Translated } from '../Translated';

export const history: Translated<typeof english> = {
  decided: '{{text}} (entschieden: {{option}})',
  title: 'Verlauf',
  of: 'Verlauf: {{name}}',
  subject: 'Der Verlauf',
  empty: 'Für diese Tage gibt es noch keine Daten.',
  periodLength: 'Länge der Zeiträume',
  granularity: { day: 'Tage', week: 'Wochen', month: 'Monate' },
  range: {
    controls: 'Zeitspanne und Filter',
    label: 'Zeitspanne',
    '30d': '30 Tage',
    '90d': '90 Tage',
    '1y': '1 Jahr',
  },
  legend: {
    value: 'Wert am Ende jedes Zeitraums',
    open: 'vorläufig oder nur ein Teil des Zeitraums',
    target: 'Zielwert',
  },
  provisional: 'vorläufig: verspätete Meldungen können noch eintreffen',
  final: 'endgültig',
  partial: 'teilweise: nicht der ganze Zeitraum',
  target: 'Zielwert {{target}}',
  definition: 'Definition {{version}}',
  weekOf: 'Woche ab {{day}}',
  fourWeeksFrom: 'Vier Wochen ab {{day}}',
  loads_one: '{{count, number}} Seitenaufruf',
  loads_other: '{{count, number}} Seitenaufrufe',
  column: {
    period: 'Zeitraum',
    value: 'Wert',
    basis: 'Grundlage',
    coverage: 'Datenabdeckung',
    state: 'Status',
  },
  annotations: 'Anmerkungen',
  annotation: '{{day}}: {{text}}',
};
