import type { catalog as english } from '../catalog';
import type { Translated } from '../Translated';

export const catalog: Translated<typeof english> = {
  breakdown: {
    title: {
      reasons: 'Veraltete Entities nach Grund',
      kinds: 'Veraltete Entities nach Art',
    },
    empty: 'Noch keine Daten.',
    hidden: '–',
    of: 'von {{total}}',
  },
  entities: {
    title: 'Zu korrigierende Entities',
    tableName: 'Zu korrigierende Entities, am längsten veraltete zuerst',
    description:
      'Am längsten veraltete zuerst. Aufgeführt sind nur Entities, die Sie sehen dürfen.',
    more: 'Weitere Entities',
    whose: 'Anzeigen',
    all: 'Alle',
    mine: 'Meine und die meiner Teams',
    exempt: 'Ausgenommene',
    nothingStale: 'Keine Entity, die Sie sehen dürfen, ist veraltet.',
    nothingMine: 'Nichts, was Ihnen oder Ihren Teams gehört, ist veraltet.',
    nothingHere: 'Keine veraltete Entity passt zu diesen Filtern.',
    nothingExempt: 'Keine Entities sind ausgenommen.',
    unjudged: 'Der letzte Scan konnte nicht vollständig prüfen:',
    reason: 'Grund',
    kind: 'Art',
    anyReason: 'Alle',
    entity: 'Entity',
    owner: 'Owner',
    nobody: 'Kein Owner',
    since: 'Veraltet seit',
    why: 'Problem und Korrektur',
    exemptUntil: 'Ausgenommen bis einschließlich {{day}}: {{reason}}',
    kindIn: '{{kind}} in {{namespace}}',
    reasons: {
      orphan: 'Verwaist',
      'processing-error': 'Verarbeitungsfehler',
      'source-error': 'Quellfehler',
      'owner-missing': 'Kein Owner',
      'owner-unknown': 'Owner nicht gefunden',
      'relation-dangling': 'Relation ins Leere',
      unchanged: 'Unverändert',
      unverified: 'Nicht bestätigt',
    },
  },
  owners: {
    title: 'Owner',
    tableName: 'Veraltete Entities nach Owner',
    empty: 'Kein Owner hat eine veraltete Entity.',
    several:
      'Eine Entity mit mehreren Ownern zählt bei jedem; die Zeilen können zusammen mehr als die Gesamtzahl ergeben.',
    notInCatalog: 'nicht im Katalog',
    owner: 'Owner',
    stale: 'Veraltet',
    share: 'Anteil der eigenen Entities',
    tenFixes: 'Behoben durch 10 Korrekturen',
    change: 'Änderung in 28 Tagen',
    noChange: 'keine',
    met: 'Veraltete Entities: {{stale}} von {{total}}. Der Zielwert von unter {{target}} ist erreicht.',
    missed_one:
      'Veraltete Entities: {{stale}} von {{total}}. {{count, number}} Korrektur bringt den Anteil unter {{target}}.',
    missed_other:
      'Veraltete Entities: {{stale}} von {{total}}. {{count, number}} Korrekturen bringen den Anteil unter {{target}}.',
    best: '{{text}} Zehn Korrekturen bewirken am meisten bei {{owner}}: {{entities}} Entities.',
    hidden_one:
      'Nur von Ownern, die Sie nicht sehen dürfen: {{count, number}} veraltete Entity.',
    hidden_other:
      'Nur von Ownern, die Sie nicht sehen dürfen: {{count, number}} veraltete Entities.',
    without_one: 'Kein Owner: {{count, number}} veraltete Entity.',
    without_other: 'Kein Owner: {{count, number}} veraltete Entities.',
  },
  spiral: {
    title: 'Aktualität und Nutzung',
    sign: 'Warnzeichen',
    noSign: 'kein Warnzeichen',
  },
};
