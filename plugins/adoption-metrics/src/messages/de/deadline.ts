import type { deadline as english } from '../deadline';
import type { Translated } from '../Translated';

export const deadline: Translated<typeof english> = {
  title: 'Frist',
  description: 'Adoptionsziel mit einer Frist',
  subject: 'Die Frist',
  goal: 'Ziel',
  date: 'Frist',
  dateAndDays: '{{date}}, {{days}}',
  forecast: {
    title: 'Prognose',
    titleWithoutDeadline: 'Aktuelle Adoption',
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
    title: 'Woche bis {{day}}',
    byWeek: 'Woche für Woche',
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
    achieved: 'Neue aktive Nutzer pro Woche',
    goalReached: 'Ziel erreicht',
    notAtThisPace: 'nicht bei diesem Tempo',
    corrected:
      'Korrigiert am {{day}}, nachdem feststand, welche Tage nicht gemessen werden konnten. Der frühere Kenntnisstand steht im Protokoll.',
  },
  decision: {
    due: 'Die Frist ist abgelaufen. Vergleichen Sie die Optionen, und halten Sie fest, was entschieden wurde.',
    ahead:
      'Was jetzt helfen würde, welche Optionen es gibt und was mit Ablauf der Frist zu entscheiden wäre.',
    make: 'Entscheidung treffen',
    view: 'Optionen ansehen',
  },
  otherMetrics: {
    title: 'Weitere Metriken',
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
