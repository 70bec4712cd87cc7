import type { deadline as english } from '../deadline';
import type { Translated } from '../Translated';

export const deadline: Translated<typeof english> = {
  title: 'Frist',
  subject: 'Die Frist',
  verdict: {
    none: 'Es ist keine Frist gesetzt.',
    'insufficient-data':
      'Für das Ziel von {{goal}} gibt es noch keine Prognose.',
    'on-track': 'Das Ziel von {{goal}} bis {{date}} ist auf Kurs.',
    watch: 'Ob das Ziel von {{goal}} bis {{date}} erreicht wird, ist unsicher.',
    'at-risk': 'Das Ziel von {{goal}} bis {{date}} ist gefährdet.',
    achieved: 'Das Ziel von {{goal}} ist erreicht.',
    missed: 'Das Ziel von {{goal}} wurde am {{date}} verfehlt.',
  },
  forecast: {
    title: 'Prognose',
    titleWithoutDeadline: 'Aktuelle Adoption',
    titleOver: 'Ergebnis',
    compareWith: 'Vergleichen mit',
    noComparison: 'Kein Vergleich',
    launchNeeded:
      'Veröffentlichte Pläne beginnen mit dem Start eines Portals. Setzen Sie {{key}}, um damit zu vergleichen.',
    legend:
      'Ist-Werte, Median der Prognose, 80-%-Bereich. Prognosen können späte Anstiege nicht vorhersagen.',
    noWeek: 'Noch keine volle Woche mit aktiven Nutzern.',
    current:
      '{{share}} ({{active}} von {{developers}}) am {{day}}: {{band}}. Zum Vergleich: {{reference}}, {{referenceLabel}}.',
    band: {
      stalled: 'nicht höher, als die meisten Portale kommen',
      climbing: 'höher, als die meisten Portale kommen, aber unter dem Ziel',
      met: 'am Ziel',
    },
  },
  line: {
    title: 'Lineares Ziel',
    sentence:
      'Eine gerade Linie von {{share}} am {{day}} bis zum Ziel läge jetzt bei {{expected}}: {{position}}. {{pace}}',
    on: 'die Adoption liegt auf der Linie',
    above: 'die Adoption liegt {{points}} Pp. über der Linie',
    below: 'die Adoption liegt {{points}} Pp. unter der Linie',
    flat: 'Die Adoption ist unverändert',
    grows: 'Die Adoption wächst um {{points}} Pp. pro Woche',
    falls: 'Die Adoption sinkt um {{points}} Pp. pro Woche',
    paceOnly: '{{pace}}.',
    needed: '{{pace}}; nötig sind {{points}} Pp. pro Woche.',
    neededTimes:
      '{{pace}}; nötig sind {{points}} Pp. pro Woche, das {{times}}-Fache.',
    neededOver:
      '{{pace}}; nötig sind {{points}} Pp. pro Woche, mehr als das {{times}}-Fache.',
  },
  plan: {
    title: 'Plan: {{title}}',
    sentence:
      'Ab dem Start am {{launch}} erreicht dieser Plan {{goal}} am {{day}} und läge jetzt bei {{expected}}: {{position}}.',
    onPlan: 'das Portal liegt im Plan',
    ahead: 'das Portal ist {{months}} Monate voraus',
    behind: 'das Portal ist {{months}} Monate im Rückstand',
  },
  week: {
    details: 'Einzelheiten und Methode',
    method:
      'Bewertet für die Woche bis {{day}}, aus abgeschlossenen Wochen, mit dem Modell {{model}}. 80 von 100 simulierten Verläufen liegen zwischen dem 10. und dem 90. Perzentil.',
    tableName: 'Prognose Woche für Woche',
    day: 'Bis',
    low: '10. Perzentil',
    median: 'Median',
    high: '90. Perzentil',
    activeUsers: 'Aktive Nutzer',
    atLeast: 'mindestens {{users}}',
    stillNeeded: 'Fehlende Nutzer',
    probability: 'Wahrscheinlichkeit, das Ziel zu erreichen',
    required: 'Nötige neue aktive Nutzer pro Woche',
    achieved: 'Nettoveränderung pro Woche',
    goalReached: 'Ziel erreicht',
    notAtThisPace: 'nicht bei diesem Tempo',
    corrected:
      'Korrigiert am {{day}}, nachdem feststand, welche Tage nicht gemessen werden konnten. Der frühere Kenntnisstand steht im Protokoll.',
  },
  said: {
    none: 'Es ist keine Frist gesetzt.',
    noForecast: 'Für eine Prognose gibt es noch nicht genug Daten.',
    unmeasured:
      'Die Frist ist verstrichen, aber ihre letzten Wochen konnten nicht vollständig gemessen werden: Ob das Ziel von {{goal}} erreicht wurde, ist nicht bekannt.',
    achieved_one: 'Ziel erreicht: {{goal}} eine Woche lang gehalten.',
    achieved_other:
      'Ziel erreicht: {{goal}} {{count, number}} Wochen in Folge gehalten.',
    missed: 'Die Frist ist verstrichen; das Ziel war {{goal}}.',
    missedAt:
      'Die Frist ist bei {{share}} ({{active}} von {{developers}}) verstrichen; das Ziel war {{goal}}.',
  },
  outlook:
    'Bei diesem Tempo sind am {{date}} {{median}} der Entwickler aktiv (80-%-Bereich {{low}} bis {{high}}); das Ziel ist {{goal}}.',
  milestones: {
    title: 'Meilensteine',
    tableName: 'Meilensteine auf dem Weg zur Frist',
    milestone: 'Meilenstein',
    day: 'Tag',
    forecast: '{{share}} (Prognose)',
    start: 'Beginn',
    halfway: 'Halbzeit',
    days30: 'Noch 30 Tage',
    days7: 'Noch 7 Tage',
    deadline: 'Frist',
  },
  status: {
    title: 'Verlauf des Status',
    tableName: 'Status der Frist, das Neueste zuerst',
    empty: 'Der Status wird am Ende jeder Woche bewertet.',
    status: 'Status',
    weeks: 'Wochen',
    period_one: '{{period}} (1 Woche)',
    period_other: '{{period}} ({{count, number}} Wochen)',
    probability: 'Wahrscheinlichkeit',
    change: '{{from}} → {{to}}',
    noForecast: 'keine Prognose',
  },
  decision: {
    title: 'Entscheidung',
    due: 'Die Frist ist abgelaufen. Vergleichen Sie die Optionen, und halten Sie fest, was entschieden wurde.',
    make: 'Entscheidung treffen',
    view: 'Optionen ansehen',
  },
  annotations: {
    title: 'Anmerkungen',
    subject: 'Die Anmerkungen',
    tableName: 'Anmerkungen des letzten Jahres',
    empty:
      'Keine Anmerkungen im letzten Jahr. Tragen Sie ein, was wann für die Adoption getan wurde: Jedes Verlaufsdiagramm zeigt es.',
    day: 'Tag',
    text: 'Ereignis',
    writtenBy: 'Eingetragen von',
    actions: 'Aktionen',
    remove: 'Entfernen',
    removeLabel: 'Entfernen: {{text}}',
    whatHappened: 'Was ist geschehen',
    add: 'Anmerkung hinzufügen',
  },
  log: {
    title: 'Protokoll',
    subject: 'Das Protokoll',
    tableName: 'Änderungen an Ziel und Frist',
    corrections_one: '{{count, number}} korrigierte Woche',
    corrections_other: '{{count, number}} korrigierte Wochen',
    correctionsTable: 'Korrigierte Wochen, die neuesten zuerst',
    empty: 'Es wurde noch keine Frist gesetzt.',
    at: 'Zeit',
    by: 'Geändert von',
    act: 'Änderung',
    before: 'Vorher',
    after: 'Nachher',
    set: 'gesetzt',
    changed: 'geändert',
    ended: 'entfernt',
    corrected: 'Woche bis {{week}} korrigiert',
    nothing: '–',
    aim: '{{goal}} bis {{date}}',
    aimWithHolidays: '{{aim}}; Feiertage {{holidays}}',
    aimWithRecipients: '{{aim}}; benachrichtigt: {{recipients}}',
  },
};
