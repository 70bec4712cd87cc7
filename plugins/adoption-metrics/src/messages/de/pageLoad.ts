import type { pageLoad as english } from '../pageLoad';
import type { Translated } from '../Translated';

export const pageLoad: Translated<typeof english> = {
  measure: {
    label: 'Metrik',
    p75: '75. Perzentil',
    p50: 'Median',
    p95: '95. Perzentil',
    p99: '99. Perzentil',
    'share-within-target': 'Anteil im Zielbereich',
    loads: 'Seitenaufrufe',
  },
  kind: {
    label: 'Art des Seitenaufrufs',
    initial: 'Erster Aufruf',
    route: 'Navigation in der App',
    'sign-in': 'Anmeldeseite',
  },
  method: {
    lcp: 'bis zum Largest Contentful Paint',
    'soft-lcp': 'bis zum Largest Contentful Paint der Navigation',
    quiet: 'bis die Seite ruhig war',
    'load-event': 'bis zum Load-Event',
  },
  column: {
    p50: 'p50',
    p75: 'p75',
    p95: 'p95',
    p99: 'p99',
    slow: 'Zu langsam',
    within: 'Im Zielbereich',
    targetChanged: 'der Zielwert hat sich geändert',
  },
  day: 'Tag',
  detailsHint:
    'Verteilung, Perzentile, Arten und Messverfahren, Datenabdeckung, weitere Zahlen',
  percentiles: {
    title: 'Perzentile',
    tableName: 'Perzentile nach Seite',
  },
  targetUnder: 'Zielwert {{target}}',
  noLoads: 'An diesen Tagen noch keine Seitenaufrufe dieser Art.',
  loads_one: '{{count, number}} Seitenaufruf',
  loads_other: '{{count, number}} Seitenaufrufe',
  pages: {
    title: 'Langsamste Seiten',
    tableName: 'Ladezeit nach Seite',
    description:
      '{{period}}, nach Extension-ID. Seiten mit den meisten Seitenaufrufen über dem Zielwert stehen zuerst: Sie zu verbessern bewirkt am meisten.',
    page: 'Seite',
    other: 'andere',
    otherHint: 'Seiten über die pro Tag gespeicherte Anzahl hinaus',
  },
  distribution: {
    title: 'Verteilung',
    tableName: 'Verteilung der Ladezeiten',
    description:
      '{{period}}: Seitenaufrufe nach Ladezeit. Die Zeiten sind auf 1 % genau.',
    within: 'im Zielbereich',
    beyond: 'zu langsam',
    time: 'Ladezeit',
    loads: 'Seitenaufrufe',
    share: 'Anteil',
    bin: '{{from}} bis {{to}} s',
    lastBin: 'über {{from}} s',
    binDetail: '{{loads}}, {{share}}',
  },
  hours: {
    title: 'Stündliche Ladezeit',
    tableName: 'Ladezeit nach Stunde',
    description:
      'Das 75. Perzentil jeder Stunde abgeschlossener Tage ({{timeZone}}). Stunden mit zu wenigen Seitenaufrufen fehlen.',
    empty: 'Zu wenige Seitenaufrufe für eine stündliche Ansicht.',
    hour: 'Stunde',
    none: 'Zu wenige Seitenaufrufe',
    value: '{{measure}}: {{value}}',
  },
  kinds: {
    title: 'Arten und Messverfahren',
    tableName: 'Ladezeit nach Art und Messverfahren',
    description:
      'Die Metrik umfasst erste Aufrufe. Browser melden das Ende eines Seitenaufrufs auf verschiedene Weise; jedes Messverfahren hat deshalb eine eigene Zeile.',
    empty: 'An diesen Tagen noch keine Seitenaufrufe.',
    kind: 'Art',
  },
  coverage: {
    title: 'Datenabdeckung',
    tableName: 'Datenabdeckung nach Art des Seitenaufrufs',
    empty: 'An diesen Tagen noch keine Navigationen.',
    kind: 'Art',
    navigations: 'Navigationen',
    measured: 'Gemessen',
    share: 'Datenabdeckung',
    discards: 'Nicht gemessen, weil',
    reason: '{{reason}}: {{loads}}',
    unknown:
      'Die Zahl der Navigationen ist unbekannt und damit auch, wie repräsentativ die Ladezeiten sind.',
    good: '{{measured}} von {{navigations}} Navigationen wurden gemessen ({{share}}): Die Ladezeiten sind repräsentativ.',
    poor: '{{measured}} von {{navigations}} Navigationen wurden gemessen ({{share}}): Die übrigen Seitenaufrufe können schneller oder langsamer gewesen sein.',
    noneDropped: 'Es sind keine Browsermeldungen verloren gegangen.',
    dropped: 'Verlorene Ereignisse: {{reasons}}.',
    droppedReason: '{{events}} ({{reason}})',
    discard: {
      hidden: 'in einem verdeckten Tab',
      sleep: 'Computer im Ruhezustand',
      'back-forward-cache': 'vom Browser wiederhergestellt',
      prerender: 'vorgerendert, nie angezeigt',
      unsettled: 'nie abgeschlossen',
      superseded: 'vor dem Ende verlassen',
    },
    drop: {
      'storage-full': 'der Speicher des Browsers war voll',
      'too-old': 'nicht rechtzeitig gesendet',
      refused: 'vom Server abgelehnt',
    },
  },
};
