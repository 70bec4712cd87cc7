import type { entity as english } from '../entity';
import type { Translated } from '../Translated';

export const entity: Translated<typeof english> = {
  title: 'Aktualität',
  notScanned: 'Der Katalog wurde noch nicht gescannt.',
  nothingJudged: 'Der letzte Scan hat keine zu prüfenden Entities gefunden.',
  kindNotJudged:
    'Entities der Art {{kind}} werden nicht auf Aktualität geprüft.',
  asOf: 'Stand {{time}} ({{timeZone}})',
  missingOwners: 'Owner, die nicht im Katalog sind: {{owners}}',
  staleSince: 'Veraltet seit {{day}}.',
  fresh: 'aktuell',
  nothingFound: 'Keine Probleme gefunden.',
  exempt: 'ausgenommen',
  exemptUntil: 'bis einschließlich {{day}}: {{reason}}',
  stale: 'veraltet',
  refresh: 'Aktualisieren',
  source: 'Quelle',
  refreshing:
    'Der Katalog liest diese Entity neu ein. Der nächste Scan prüft das Ergebnis.',
  refreshFailed: 'Aktualisieren nicht möglich: {{reason}}',
  confirm: 'Stimmt noch',
  confirmFailed: 'Bestätigen nicht möglich: {{reason}}',
  neverConfirmed: 'Noch kein Owner hat diese Entity bestätigt.',
  confirmed: 'Bestätigt am {{day}}.',
  confirmedBy: 'Bestätigt am {{day}} von {{person}}.',
};
