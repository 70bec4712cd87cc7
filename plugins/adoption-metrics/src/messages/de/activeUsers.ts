import type { activeUsers as english } from '../activeUsers';
import type { Translated } from '../Translated';

export const activeUsers: Translated<typeof english> = {
  measure: {
    label: 'Metrik',
    monthly: 'Aktiv in 28 Tagen',
    weekly: 'Aktiv in 7 Tagen',
    daily: 'Am Tag aktiv',
    regular: 'Regelmäßige Nutzer',
    stickiness: 'Bindung (DAU/MAU)',
  },
  detailsHint: 'Teams nach Plugin, weitere Zahlen',
  countsAsDeveloper: 'Wer als Entwickler zählt',
  history: {
    team: 'Team',
    allTeams: 'Alle Teams',
    plugin: 'Plugin',
    allPlugins: 'Alle Plugins',
  },
  teams: {
    title: 'Teams',
    tableName: 'Aktive Nutzer nach Team',
    description:
      '{{period}}, verglichen mit dem vorherigen Zeitraum. Ein Team umfasst die Teams darunter; jede Person zählt einmal. Gruppen mit weniger als {{minimum}} Personen werden mit anderen zusammengefasst.',
    empty:
      'Noch keine Teams. Teams sind die Gruppen des Katalogs, denen Entwickler angehören.',
    team: 'Team',
    developers: 'Entwickler',
    active: 'Aktiv',
    share: 'Anteil',
    change: 'Änderung',
  },
  noPrevious: 'nicht bekannt',
  portals: {
    title: 'Portale',
    tableName: 'Aktive Nutzer nach Portal',
    history: 'Verlauf der Portale',
    description:
      'Aktive Nutzer der letzten 28 Tage in jedem Portal, gemessen an denselben Entwicklern. Andere Portale melden ihre Zahlen selbst; Tage ohne Meldung sind unbekannt.',
    portal: 'Portal',
    active: 'Aktiv',
    developers: 'Entwickler',
    share: 'Anteil',
    coverage: 'Bekannte Tage',
    status: 'Status',
    any: 'Eines der Portale',
    measured: 'Hier gemessen',
    together: 'Jede Person zählt einmal, bis {{day}}',
    pushed: 'Gemeldet von {{subject}}, bis {{day}}',
    nothing: 'Von {{subject}} wurde noch nichts gemeldet',
    nobody:
      'Noch ist niemand eingerichtet, der die Zahlen dieses Portals meldet',
    inPortal: '{{title}}: {{people}}',
    teams: {
      title: 'Teams nach Portal',
      tableName: 'Anteil aktiver Nutzer nach Team und Portal',
      description:
        '{{period}}: Anteil jedes Teams, der in jedem Portal aktiv war. Gruppen mit weniger als {{minimum}} Personen werden mit anderen zusammengefasst.',
      active_one: '{{count, number}} aktiv',
      active_other: '{{count, number}} aktiv',
    },
  },
  plugins: {
    title: 'Plugins',
    tableName: 'Nutzer nach Plugin',
    description:
      '{{period}}, verglichen mit dem vorherigen Zeitraum. Aktionen sind bewusste Interaktionen: Seitenaufrufe, Klicks, Suchen, ausgeführte Vorlagen.',
    empty: 'Noch keine Plugin-Nutzung erfasst.',
    plugin: 'Plugin',
    people: 'Nutzer',
    change: 'Änderung',
    actions: 'Aktionen',
  },
  teamPlugins: {
    title: 'Teams und Plugins',
    tableName: 'Nutzer nach Team und Plugin',
    description: '{{period}}: Nutzer jedes Plugins in jedem Team.',
    empty:
      'In einem abgeschlossenen Zeitraum wurde noch keine Plugin-Nutzung erfasst.',
    team: 'Team',
    nobody: 'niemand',
    note: 'Ein Punkt bedeutet: keine Nutzer. Plugins, die niemand genutzt hat, fehlen.',
  },
  attributes: {
    title: 'Personengruppen',
    tableName: 'Aktive Nutzer nach {{attribute}}',
    description:
      '{{period}}, verglichen mit dem vorherigen Zeitraum, nach Attributen der Benutzer im Katalog. Gruppen mit weniger als {{minimum}} Personen werden zusammengefasst, ebenso Gruppen, aus denen sich im Vergleich mit den Teams oben eine so kleine ergäbe.',
    group: 'Gruppe',
    developers: 'Entwickler',
    active: 'Aktiv',
    share: 'Anteil',
    change: 'Änderung',
    none: 'Nicht gesetzt',
    others: 'Andere',
    includes: 'Umfasst {{values}}',
    notBrokenDown:
      'In diesem Zeitraum nicht aufgeschlüsselt. Entweder wurde das Attribut erst nach Beginn des Zeitraums konfiguriert, oder seine Gruppen ließen zusammen mit den Teams oben weniger als {{minimum}} Personen erkennen. Mit „beforeTeams: true“ in der Konfiguration hat es Vorrang vor den Teams.',
  },
  actions: {
    title: 'Vorlagen, Dokumente und Suchen',
    tableName: 'Aktionen',
    description:
      '{{period}}, verglichen mit dem vorherigen Zeitraum. Eine verfeinerte Suche zählt bei jeder Ausführung.',
    action: 'Aktion',
    uses: 'Anzahl',
    usesChange: 'Änderung der Anzahl',
    people: 'Nutzer',
    peopleChange: 'Änderung der Nutzer',
    since: 'Zuerst gemeldet',
    never: 'nie gemeldet',
    kind: {
      'template-run': 'Ausgeführte Vorlagen',
      'document-read': 'Geöffnete Dokumentseiten',
      search: 'Suchen',
      'search-without-result': 'Suchen ohne Ergebnis',
    },
    note: 'Eine nie gemeldete Aktion ist entweder ungenutzt, oder diese Version von Backstage meldet sie nicht.',
  },
  inventory: {
    title: 'Installierte Plugins',
    tableName: 'Plugins nach Nutzung',
    description:
      '{{used}} von {{installed}} installierten Plugins wurden in den vier Wochen bis {{day}} genutzt; {{unused}} hatten keine Nutzer. Plugins, die jedes Portal hat, zählen nicht mit.',
    unknownUse:
      'Installierte Plugins: {{installed}}. Ihre Nutzung ist nach vier vollen Wochen bekannt.',
    notReported:
      'Noch nicht bekannt: Bisher hat kein Browser gemeldet, welche Plugins die App hat. Das geschieht mit dem nächsten Besuch.',
    plugin: 'Plugin',
    use: 'Nutzung',
    people: 'Nutzer',
    removal: 'Kandidat zum Entfernen',
    reported: 'Zuletzt gemeldet',
    notInstalled: 'nicht mehr',
    fewerThan: 'weniger als {{minimum}}',
    rank: '{{rank}}.',
    base: 'Teil jedes Portals',
    used: 'genutzt',
    unused: 'ungenutzt',
    why: {
      'no-closed-period':
        'unbekannt: Es sind noch keine vier Wochen abgeschlossen',
      'not-observed': 'unbekannt: Einige Tage wurden nicht beobachtet',
      new: 'unbekannt: erst vor Kurzem installiert',
      'cards-only':
        'unbekannt: hat nur Karten, und deren Ansicht wird nicht erfasst',
    },
    note: 'Kandidaten zum Entfernen sind Plugins ohne Nutzer, danach die mit den wenigsten. Plugins, die jedes Portal hat, sind nie Kandidaten.',
    backend: 'Backend-Plugins: {{plugins}}.',
    backendUnknown: 'Das Backend meldet seine Plugins nicht.',
  },
  lifecycle: {
    title: 'Neue, wiederkehrende und inaktive Nutzer',
    tableName: 'Nutzer nach Zeitraum',
    axis: 'Entwickler',
    description:
      'Über der Linie: Nutzer, die im Zeitraum aktiv waren. Darunter: Nutzer, die im vorherigen Zeitraum aktiv waren, aber nicht in diesem. Jeder Zeitraum umfasst, wer an seinem ersten Tag Entwickler war.',
    weekOf: 'Woche ab {{day}}',
    fourWeeksFrom: 'Vier Wochen ab {{day}}',
    layer: {
      returning: 'Wiederkehrend: auch im vorherigen Zeitraum aktiv',
      reactivated: 'Reaktiviert: zurück nach einer Pause',
      new: 'Neu: zum ersten Mal aktiv',
      lapsed: 'Inaktiv geworden: im vorherigen Zeitraum aktiv, in diesem nicht',
    },
    period: 'Zeitraum',
    active: 'Aktiv',
    new: 'Neu',
    returning: 'Wiederkehrend',
    reactivated: 'Reaktiviert',
    lapsed: 'Inaktiv geworden',
    neverSeen: 'Nie aktiv',
    developers: 'Entwickler',
    activeOf: 'Aktive Entwickler: {{active}} von {{developers}}',
    count: '{{label}}: {{value}}',
  },
  cohorts: {
    title: 'Bindung',
    tableName: 'Bindung nach Eintritt',
    description:
      'Jede Zeile verfolgt Entwickler, die in denselben Wochen dazukamen: den Anteil, der in den ersten 30 Tagen nach dem Eintritt aktiv war, in den nächsten 30 und so weiter.',
    joined: 'Eintritt',
    people: 'Entwickler',
    days: 'Tage {{from}}–{{to}}',
  },
  onboarding: {
    title: 'Einarbeitungszeit',
    tableName: 'Einarbeitungszeit nach Eintritt',
    description:
      'Wie bald neue Entwickler das Portal zum ersten Mal nutzen. Der Median ist erreicht, sobald die Hälfte es getan hat.',
    joined: 'Eintritt',
    people: 'Entwickler',
    within7Days: 'Innerhalb von 7 Tagen',
    within30Days: 'Innerhalb von 30 Tagen',
    within90Days: 'Innerhalb von 90 Tagen',
    median: 'Median in Tagen',
    notReached: 'nicht erreicht',
    part: '{{part}} ({{share}})',
  },
  period: {
    label: 'Aufgeschlüsselt nach',
    week: 'Woche',
    'four-weeks': 'Vier Wochen',
    weekTo: 'Woche bis {{day}}',
    fourWeeksTo: 'Vier Wochen bis {{day}}',
    tooSmall:
      'Die Organisation ist zu klein zum Aufschlüsseln: Dafür braucht es mindestens {{minimum}} Entwickler.',
    noWeek: 'Noch keine volle Woche.',
    noFourWeeks:
      'Noch keine vollen vier Wochen. Sie beginnen an festen Montagen, sodass sich keine zwei überschneiden.',
  },
  joining: {
    none: 'Noch keine Gruppe neuer Entwickler. Eine Gruppe ist vollständig, sobald mindestens {{minimum}} Entwickler in derselben Woche, demselben Monat, Quartal oder Halbjahr dazugekommen sind.',
    hidden:
      'Keine Gruppe neuer Entwickler hat mindestens {{minimum}} Personen.',
  },
};
