import type { myData as english } from '../myData';
import type { Translated } from '../Translated';

export const myData: Translated<typeof english> = {
  title: 'Meine Daten',
  description:
    'Was über Sie gespeichert ist, um aktive Nutzer zu zählen. Nur Sie sehen diese Seite über sich.',
  subject: 'Ihre Daten',
  guest: {
    title: 'Sie sind als Gast angemeldet',
    text: 'Gäste werden nicht gezählt: Über Sie ist nichts gespeichert, und es gibt nichts auszuwählen.',
    advice:
      'Um gezählt zu werden, melden Sie sich mit Ihrem eigenen Konto an. Lässt dieses Portal Sie nur als Gast ein, können seine Administratoren einen Anmeldedienst einrichten, dessen Benutzer im Katalog stehen.',
    link: 'So wird die Anmeldung eingerichtet',
  },
  summary: {
    title: 'Was über Sie gespeichert ist',
    note: 'Nirgends ist Ihr Name gespeichert, nur ein Pseudonym, das sich ohne ein Geheimnis dieses Portals nicht auflösen lässt. Welche Seiten Sie angesehen, was Sie gesucht und was Sie eingegeben haben, wird nie gespeichert. Ladezeiten werden ohne jede Spur davon gespeichert, wer die Seite geladen hat.',
    activeSpan:
      'Dass Sie vom {{first}} bis {{last}} aktiv waren. Die einzelnen Tage sind nicht mehr gespeichert.',
    noDay: 'Keine aktiven Tage.',
    days_one: '{{count, number}} Tag, an dem Sie aktiv waren.',
    days_other: '{{count, number}} Tage, an denen Sie aktiv waren.',
    daysSince_one:
      '{{count, number}} Tag, an dem Sie aktiv waren, der erste am {{first}}.',
    daysSince_other:
      '{{count, number}} Tage, an denen Sie aktiv waren, der erste am {{first}}.',
    actions: 'Aktionen, pro Tag gezählt: {{actions}}.',
    attributes: 'Aus Ihrem Katalogeintrag: {{values}}.',
    rareValue:
      'ein Wert, den nur wenige Personen haben, ohne seinen Text gespeichert',
    noPlugin: 'Keine Nutzung von Plugins.',
    plugins_one:
      'Welche Plugins Sie in den letzten Wochen an welchem Tag genutzt haben: {{count, number}} Plugin.',
    plugins_other:
      'Welche Plugins Sie in den letzten Wochen an welchem Tag genutzt haben: {{count, number}} Plugins.',
    portal_one:
      '{{title}}: {{count, number}} Tag, an dem Sie dort aktiv waren, wie jenes Portal gemeldet hat.',
    portal_other:
      '{{title}}: {{count, number}} Tage, an denen Sie dort aktiv waren, wie jenes Portal gemeldet hat.',
    optedOut:
      'Sie zählen nicht als Entwickler, weil Sie der Zählung widersprochen haben.',
    notDeveloper: 'Sie zählen nicht als Entwickler.',
    developer: 'Sie zählen als Entwickler.',
    developerSince: 'Sie zählen seit {{day}} als Entwickler.',
    noTeam: 'Sie gehören keinem Team an.',
    teams_one: 'Sie gehören dem Team {{names}} an.',
    teams_other: 'Sie gehören den Teams {{names}} an.',
    noReports: 'Keine Browsermeldungen gespeichert.',
    reports_one:
      '{{count, number}} Beleg einer Browsermeldung. Belege verhindern nur, dass eine Meldung doppelt zählt, und werden nach wenigen Tagen gelöscht.',
    reports_other:
      '{{count, number}} Belege von Browsermeldungen. Belege verhindern nur, dass eine Meldung doppelt zählt, und werden nach wenigen Tagen gelöscht.',
    reportsNewest_one:
      '{{count, number}} Beleg einer Browsermeldung vom {{newest}}. Belege verhindern nur, dass eine Meldung doppelt zählt, und werden nach wenigen Tagen gelöscht.',
    reportsNewest_other:
      '{{count, number}} Belege von Browsermeldungen, der neueste vom {{newest}}. Belege verhindern nur, dass eine Meldung doppelt zählt, und werden nach wenigen Tagen gelöscht.',
  },
  choice: {
    title: 'Ihre Wahl',
    label: 'Mich in die Nutzungsmetriken einbeziehen',
    isOut:
      'Sie haben der Zählung widersprochen. Sie werden nicht mehr gezählt, weder als aktiver Nutzer noch als Entwickler.',
    isIn: 'Sie werden wie alle anderen einbezogen. Darauf, was Sie in diesem Portal tun können, hat das keinen Einfluss.',
    confirm: 'Bestätigen Sie Ihre Wahl',
    effectOut:
      'Sie werden nicht mehr gezählt, weder als aktiver Nutzer noch als Entwickler, und Ihr Browser meldet nichts mehr. Was bereits über Sie gespeichert ist, bleibt bis zum Ablauf der Aufbewahrung. Ein Administrator dieses Portals kann es sofort löschen.',
    effectIn:
      'Sie werden von jetzt an wieder gezählt, zusammen mit dem, was noch über Sie gespeichert ist. Die Zeit dazwischen bleibt ungezählt.',
    stop: 'Mich nicht mehr zählen',
    start: 'Mich wieder zählen',
    cancel: 'Abbrechen',
    failed: 'Ihre Wahl konnte nicht gespeichert werden: {{reason}}',
  },
  proofs: {
    title: 'Proofs of Concept, an denen Sie teilnehmen',
    takesPart:
      'Ihr Team {{team}} testet {{candidate}} vom {{first}} bis {{last}}.',
    note: 'Gezählt wird, wie viele Personen des Teams es genutzt haben. Niemand sieht, wer.',
  },
  days: {
    title: 'Ihre aktiven Tage',
    empty: 'Keine aktiven Tage gespeichert.',
    tableName: 'Tage, an denen Sie aktiv waren',
    day: 'Tag',
    plugins: 'Genutzte Plugins',
    noLongerKept: 'nicht mehr gespeichert',
  },
  spans: {
    title: 'Ihre Zeit als Entwickler und in Teams',
    tableName: 'Als was Sie wann gezählt wurden',
    what: 'Gezählt als',
    developer: 'Entwickler',
    inTeam: 'In {{team}}',
    from: 'Von',
    to: 'Bis',
    today: 'heute',
  },
};
