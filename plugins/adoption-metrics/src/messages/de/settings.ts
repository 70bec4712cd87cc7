import type { settings as english } from '../settings';
import type { Translated } from '../Translated';

export const settings: Translated<typeof english> = {
  title: 'Einstellungen',
  description:
    'Frist, Zustand der Daten, einbezogene Benutzer, Export und Definitionen',
  deadline: {
    title: 'Einstellungen der Frist',
    titleWithout: 'Frist setzen',
    configured:
      'Die Frist ist durch {{key}} in der Konfiguration des Portals gesetzt. Ändern Sie sie dort.',
    start: 'Beginn',
    date: 'Frist',
    dateHint: 'Sechs Monate nach dem Beginn, wenn leer',
    goal: 'Ziel (%)',
    goalHint: 'Anteil der Entwickler, die aktive Nutzer sind',
    goalName: 'Ziel',
    change: 'Speichern',
    set: 'Frist setzen',
    remove: 'Frist entfernen',
    removeEffect:
      'Die Frist entfernen? Prognosen und Erinnerungen enden. Das Protokoll bleibt erhalten.',
    confirmRemove: 'Entfernen',
    keep: 'Abbrechen',
    none: 'Es ist keine Frist gesetzt.',
    noHolidays: 'keine',
    nobody: 'niemand',
    readOnly:
      'Zum Ändern brauchen Sie die Berechtigung {{permission}} oder einen Eintrag in {{administrators}}. Wenden Sie sich an die Administratoren Ihres Portals.',
    error: {
      start: 'Wählen Sie den ersten Tag.',
      date: 'Wählen Sie einen Tag nach dem Beginn, oder lassen Sie das Feld für sechs Monate leer.',
      goal: 'Geben Sie eine Zahl über 0 bis 100 ein.',
      holidays:
        'Wählen Sie den ersten Tag und einen späteren Tag der Rückkehr.',
      recipients:
        'Fügen Sie mindestens eine Person oder Gruppe hinzu, die benachrichtigt wird.',
    },
    holidays: 'Von der Prognose ausgenommene Feiertage',
    holidaysFrom: 'Feiertage {{number}}, ab',
    holidaysTo: 'Feiertage {{number}}, zurück am',
    removeHolidays: 'Entfernen',
    removeHolidaysLabel: 'Feiertage {{number}} entfernen',
    addHolidays: 'Feiertage hinzufügen',
    recipients: 'Empfänger',
    recipientsHint:
      'Personen und Gruppen, die Warnungen und Zusammenfassungen erhalten, etwa wenn die Frist gefährdet ist.',
    configuredRecipients:
      'Außerdem benachrichtigt, laut Konfiguration: {{recipients}}',
    addRecipient: 'Person oder Gruppe hinzufügen',
    addRecipientHint: 'Namen eingeben, um im Katalog zu suchen',
    removeRecipient: 'Entfernen',
    removeRecipientLabel: 'Empfänger entfernen: {{recipient}}',
  },
  definitions: {
    title: 'Definitionen',
    description:
      'Jede Definition hat eine Version. Metriken werden nur bei gleicher Version, gleichem Zielwert und gleicher Zeitzone verglichen.',
    meta: 'Zielwert {{target}} · Version {{version}}, gültig seit {{day}}',
  },
  export: {
    title: 'Export',
    description:
      'Die Dateien umfassen den üblichen Zeitraum jeder Tabelle. Für andere Zeiträume gibt es die REST-API unter {{path}}; {{format}} liefert CSV.',
    tableName: 'Tabellen zum Exportieren',
    data: 'Daten',
    path: 'API-Pfad',
    files: 'Dateien',
    json: 'JSON',
    history: 'Tageswerte',
  },
  diagnostics: {
    title: 'Zustand der Daten',
    summary: '{{ok}} von {{total}} Prüfungen sind in Ordnung.',
    checks: 'Prüfungen',
    passed_one: '{{count, number}} Prüfung ist in Ordnung',
    passed_other: '{{count, number}} Prüfungen sind in Ordnung',
    passedChecks: 'Prüfungen, die in Ordnung sind',
    status: {
      ok: 'OK',
      warning: 'Warnung',
      problem: 'Problem',
      unknown: 'unbekannt',
    },
    fix: 'Was zu tun ist:',
    ago: 'vor {{duration}}',
  },
  developers: {
    subject: 'Die Entwickler',
    included: 'Einbezogene Benutzer',
    noUsers:
      'Der Katalog hat keine Benutzer, daher kann niemand als Entwickler zählen. Importieren Sie Ihre Organisation in den Katalog, oder konfigurieren Sie eine Personenzahl.',
    counted_one:
      '{{developers}} von {{count, number}} Benutzer des Katalogs einbezogen.',
    counted_other:
      '{{developers}} von {{count, number}} Benutzern des Katalogs einbezogen.',
    fewOptedOut:
      'Bis zu {{most}} davon haben der Zählung widersprochen und werden nicht gezählt.',
    optedOut:
      '{{people}} davon haben der Zählung widersprochen und werden nicht gezählt.',
    headCount:
      '{{counted}} Eine konfigurierte Personenzahl von {{headCount}} ersetzt sie.',
    notRead: 'Der Katalog wurde noch nicht vollständig gelesen.',
    latestSync:
      'Letzter Katalogabgleich: {{joined}} dazugekommen, {{departed}} ausgeschieden.',
    held: 'Die Zahl ist so plötzlich gesunken, dass die vorherige gilt, bis der Rückgang bestätigt ist.',
    rekeyed:
      'Viele Personen sind verschwunden, während ebenso viele andere auftauchten. Möglicherweise wurden Kennungen umbenannt. Ein Administrator kann die alten und neuen zusammenführen.',
    excluded: 'Ausgeschlossene Benutzer',
    noneExcluded: 'Kein Benutzer des Katalogs ist ausgeschlossen.',
    excludedTable: 'Ausgeschlossene Benutzer nach Grund',
    reason: 'Grund',
    users: 'Benutzer',
    reasons: {
      guest: 'Gast, gemeinsam für alle, die sich nicht anmelden',
      filter: 'Entspricht nicht dem Filter',
      configured: 'Namentlich ausgeschlossen',
      'excluded-team': 'In einem ausgeschlossenen Team',
    },
    names: 'Namen',
    namesText:
      'Die Namen einbezogener und ausgeschlossener Benutzer sehen nur Personen, die sie verwalten.',
    showNames: 'Namen anzeigen',
    namesSubject: 'Die Namen',
    namesForbidden:
      'Sie können keine Namen sehen. Sie brauchen die Berechtigung {{permission}} oder einen Eintrag in {{administrators}}.',
    countsAs: 'Als Entwickler einbezogen',
    namesOf: '{{title}}: {{total}}',
    teams: 'Teams',
    noTeams: 'Der Katalog hat keine Gruppen mit Entwicklern.',
    teamsTable: 'Entwickler nach Team',
    team: 'Team',
    developers: 'Entwickler',
    withoutTeam_one: '{{count, number}} Entwickler hat kein Team.',
    withoutTeam_other: '{{count, number}} Entwickler haben kein Team.',
  },
};
