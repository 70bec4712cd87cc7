import type { scorecardSentences } from 'backstage-plugin-adoption-metrics-common';
import type { Translated } from '../../Translated';

export const scorecard: Translated<typeof scorecardSentences> = {
  text: '{{text}}',
  'scorecard.name.active-users': 'Aktive Nutzer',
  'scorecard.name.page-load': 'Ladezeit, 75. Perzentil',
  'scorecard.name.uptime': 'Verfügbarkeit, 30 Tage',
  'scorecard.name.stale-entities': 'Veraltete Entities im Katalog',
  'scorecard.decided': '{{name}}: {{value}}, {{verdict}} ({{target}}).',
  'scorecard.undecided':
    '{{name}}: {{value}} (Zielwert: {{target}}). {{reason}}.',
  'scorecard.at-least': 'mindestens {{value}}',
  'scorecard.under': 'unter {{value}}',
  'scorecard.counted': '{{value}} ({{part}} von {{whole}})',
  'scorecard.unknown': 'unbekannt',
  'scorecard.on-target': 'Zielwert erreicht',
  'scorecard.below-target': 'unter dem Zielwert',
  'scorecard.above-target': 'über dem Zielwert',
  'scorecard.not-below-target': 'nicht unter dem Zielwert',
  'scorecard.reason.no-data': 'Noch keine Daten',
  'scorecard.reason.window-incomplete': 'Noch zu wenig Daten',
  'scorecard.reason.window-day':
    'Noch zu wenig Daten: Tag {{day}} von {{days}}',
  'scorecard.reason.too-few-samples': 'Zu wenig Daten: zu wenige Beobachtungen',
  'scorecard.reason.stale-evidence': 'Die neuesten Daten sind zu alt',
  'scorecard.reason.misconfigured':
    'Es gibt mehr aktive Personen als Entwickler',
  'scorecard.reason.foreign-sign-ins':
    'Die Anmeldenamen stehen nicht im Katalog',
  'scorecard.reason.no-developers':
    'Kein Benutzer des Katalogs zählt als Entwickler',
  'scorecard.period': '{{from}} bis {{to}}',
  'scorecard.note.held':
    'Der Katalog hat über 20 % weniger Benutzer als zuvor. Die bisherige Zahl gilt, bis ein zweiter Abgleich den Rückgang bestätigt.',
  'scorecard.note.not-running': 'Das Backend lief nicht: {{days}}.',
  'scorecard.note.readers-without-reports':
    'Dieses Plugin wurde geöffnet, aber kein Browser hat Nutzung gemeldet: {{days}}.',
  'scorecard.note.failed-batches':
    'Meldungen von Browsern sind fehlgeschlagen: {{days}}.',
  'scorecard.note.long-silence':
    'Kein Browser hat gemeldet, länger als durch Zufall oder einige freie Tage erklärbar: {{days}}.',
  'scorecard.note.quiet':
    'Seit {{day}} keine Besuche. Wenn keine zu erwarten waren, ist nichts zu tun.',
  'scorecard.note.excluded':
    'Diese Tage gelten als unbekannt und zählen nicht mit.',
  'scorecard.note.imported':
    'Die Aktivität von {{from}} bis {{to}} wurde aus {{source}} importiert; gezählt wurde dort: {{counted}}.',
  'scorecard.note.renamed':
    'Benutzernamen haben sich möglicherweise geändert ({{days}}): Etwa so viele Entwickler kamen hinzu, wie verschwanden. Bis Sie die Identitäten zusammenführen, zählen diese Personen als neu.',
  'scorecard.note.opted-out_one':
    '{{count, number}} Person hat der Zählung widersprochen und zählt nicht mit.',
  'scorecard.note.opted-out_other':
    '{{count, number}} Personen haben der Zählung widersprochen und zählen nicht mit.',
  'scorecard.note.few-opted-out':
    'Höchstens {{most}} Personen haben der Zählung widersprochen und zählen nicht mit.',
  'scorecard.note.sign-ins.none':
    'Keine der {{people}} Personen, die das Portal in den letzten {{days}} Tagen genutzt haben, ist ein Entwickler des Katalogs.',
  'scorecard.note.sign-ins.none-of_one':
    'Keine der {{people}} Personen, die das Portal in den letzten {{days}} Tagen genutzt haben, ist ein Entwickler des Katalogs, der {{count, number}} Entwickler hat.',
  'scorecard.note.sign-ins.none-of_other':
    'Keine der {{people}} Personen, die das Portal in den letzten {{days}} Tagen genutzt haben, ist ein Entwickler des Katalogs, der {{count, number}} Entwickler hat.',
  'scorecard.note.sign-ins.few':
    'Höchstens jede zehnte der {{people}} Personen, die das Portal in den letzten {{days}} Tagen genutzt haben, ist ein Entwickler des Katalogs.',
  'scorecard.note.sign-ins.few-of_one':
    'Höchstens jede zehnte der {{people}} Personen, die das Portal in den letzten {{days}} Tagen genutzt haben, ist ein Entwickler des Katalogs, der {{count, number}} Entwickler hat.',
  'scorecard.note.sign-ins.few-of_other':
    'Höchstens jede zehnte der {{people}} Personen, die das Portal in den letzten {{days}} Tagen genutzt haben, ist ein Entwickler des Katalogs, der {{count, number}} Entwickler hat.',
  'scorecard.note.names.unmatched':
    'Ihre Anmeldenamen stimmen nicht mit den Namen im Katalog überein.',
  'scorecard.note.names.alike':
    'Anmeldenamen und Namen im Katalog haben beide die Form {{shape}}, stimmen aber nicht überein.',
  'scorecard.note.names.other':
    'Sie melden sich als {{seen}} an; Benutzer im Katalog heißen {{known}}.',
  'scorecard.note.coverage-unknown':
    'Die Abdeckung ist unbekannt: Browser haben {{measured}} gemessene Seitenaufrufe, aber nur {{navigations}} Navigationen gemeldet. Das ist zu erwarten, bis 28 Tage lang Navigationen erfasst wurden.',
  'scorecard.note.low-coverage':
    'Nur {{share}} der ersten Seitenaufrufe wurden gemessen ({{measured}} von {{navigations}}). Wer eine langsame Seite verlässt, bevor sie geladen ist, fehlt; die tatsächlichen Ladezeiten können länger sein.',
  'scorecard.note.low-coverage-because':
    'Nur {{share}} der ersten Seitenaufrufe wurden gemessen ({{measured}} von {{navigations}}); der häufigste Grund ist „{{reason}}“. Wer eine langsame Seite verlässt, bevor sie geladen ist, fehlt; die tatsächlichen Ladezeiten können länger sein.',
  'scorecard.discard.hidden': 'in einem verdeckten Tab',
  'scorecard.discard.sleep': 'Computer im Ruhezustand',
  'scorecard.discard.back-forward-cache': 'vom Browser wiederhergestellt',
  'scorecard.discard.prerender': 'vorgerendert, nie angezeigt',
  'scorecard.discard.unsettled': 'nie abgeschlossen',
  'scorecard.discard.superseded': 'vor dem Ende verlassen',
  'scorecard.note.target-changed':
    'Der Zielwert wurde innerhalb der 28 Tage geändert: Der Anteil im Zielbereich ist unbekannt, und der Status beruht auf dem Perzentil, das auf 1 % genau ist.',
  'scorecard.note.load-event':
    'Bei {{share}} der Seitenaufrufe ist die Zeit die des Load-Events, weil diese Browser kein Largest Contentful Paint melden.',
  'scorecard.note.dropped-events':
    'Ereignisse aller Art, die Browser vor der Übertragung verworfen haben: {{events}}.',
  'scorecard.note.observed-part':
    'Beruht auf {{observed}} beobachteten Tagen: Der Zeitraum von {{days}} Tagen beginnt vor der Installation.',
  'scorecard.note.heartbeats-only':
    'Beruht nur auf Heartbeats: Noch war keine externe Prüfung erfolgreich.',
  'scorecard.note.checks-stopped':
    'Die Prüfungen von „{{component}}“ haben aufgehört; die Verfügbarkeit beruht auf Heartbeats.',
  'scorecard.note.scan-failed':
    'Der Scan ist fehlgeschlagen ({{time}}); zu sehen ist der letzte erfolgreiche.',
  'scorecard.note.exempted':
    'Durch eine Annotation ausgenommen und nicht als veraltet gezählt: {{entities}}.',
  'scorecard.note.owners-not-checked':
    'Unbekannte Owner werden nicht geprüft: Der Katalog hat keine Gruppen, oder die Regel ist ausgeschaltet.',
};
