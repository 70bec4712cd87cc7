import type { overview as english } from '../overview';
import type { Translated } from '../Translated';

export const overview: Translated<typeof english> = {
  subject: 'Die Übersicht',
  loading: 'Metriken werden geladen',
  dataThrough: 'Daten bis {{day}}',
  firstMetrics: 'Erste Metriken am {{day}}, nach Mitternacht',
  updated: 'Aktualisiert um {{time}} ({{timeZone}})',
  targets: {
    unknown: 'Noch gibt es keine Daten',
    all: 'Alle {{total}} Zielwerte sind erreicht',
    met_zero: 'Keiner der {{total}} Zielwerte ist erreicht',
    met_one: '{{count, number}} von {{total}} Zielwerten ist erreicht',
    met_other: '{{count, number}} von {{total}} Zielwerten sind erreicht',
    undecided: '{{met}}, bei {{undecided}} reichen die Daten nicht',
  },
  verdict: {
    alone: '{{targets}}.',
    'insufficient-data':
      '{{targets}}. Für das Ziel von {{goal}} gibt es noch keine Prognose.',
    'on-track':
      '{{targets}}, und das Ziel von {{goal}} bis {{date}} ist auf Kurs.',
    watch: '{{targets}}, und das Ziel von {{goal}} bis {{date}} ist unsicher.',
    'at-risk':
      '{{targets}}, und das Ziel von {{goal}} bis {{date}} ist gefährdet.',
    achieved: '{{targets}}, und das Ziel von {{goal}} ist erreicht.',
    missed:
      '{{targets}}, und das Ziel von {{goal}} wurde am {{date}} verfehlt.',
  },
  deadline: {
    title: 'Frist',
    goal: '{{goal}} der Entwickler aktiv bis {{date}}',
    probability: 'Wahrscheinlichkeit',
    timeLeft: 'Verbleibende Zeit',
    days_one: '{{count, number}} Tag',
    days_other: '{{count, number}} Tage',
    over: 'Frist',
    current: 'Aktive Nutzer',
    currentOn: 'Aktive Nutzer am {{day}}',
    view: 'Prognose ansehen',
    none: 'Es ist keine Frist gesetzt. {{purpose}}',
    purpose:
      'Mit einem Ziel und einem Datum zeigt diese Seite jede Woche eine Prognose, und die Empfänger erfahren, wenn das Ziel gefährdet ist.',
    whoSets:
      'Administratoren des Portals und Personen mit der Berechtigung {{permission}} können eine setzen.',
    set: 'Frist setzen',
  },
  actions: {
    title: 'Empfohlene Maßnahmen',
    allMet: 'Jede Metrik erreicht ihren Zielwert.',
    none: 'Aus den bisherigen Daten ergeben sich keine Empfehlungen.',
  },
};
