import type { SentencesOf } from './SentencesOf';

export const definitions: SentencesOf<'definitions'> = {
  'definitions.active-users':
    'Anteil der Entwickler im Softwarekatalog, die das Portal an mindestens einem der letzten 28 abgeschlossenen Tage genutzt haben (eine Seite angesehen, geklickt, gesucht oder ein Template ausgeführt).',
  'definitions.active-users.of-head-count':
    'Personen, die das Portal an mindestens einem der letzten 28 abgeschlossenen Tage genutzt haben (eine Seite angesehen, geklickt, gesucht oder ein Template ausgeführt), als Anteil der konfigurierten Zahl der Entwickler. Wer ausgeschlossen ist oder nicht mehr im Softwarekatalog steht, zählt nicht.',
  'definitions.active-users.not-counted':
    'Gäste, Dienste, automatisierte Browser, Aktualisierungen im Hintergrund, Besuche auf den Seiten dieses Plugins und Personen, die der Zählung widersprochen haben, zählen nicht.',
  'definitions.active-users.silence':
    'Ein Tag ohne Meldungen gilt als Tag ohne Nutzer, es sei denn, etwas spricht dafür, dass Personen nicht gezählt werden konnten; dann ist er unbekannt und bleibt außer Betracht.',
  'definitions.page-load':
    '75. Perzentil (nächstgelegener Rang) der Zeit von der Navigation bis zum Largest Contentful Paint, gemessen in den Browsern der Nutzer, über die ersten Seitenaufrufe angemeldeter Personen an den letzten 28 abgeschlossenen Tagen.',
  'definitions.page-load.left-out':
    'Aufrufe in verdeckten Tabs und solche, die auf der Anmeldeseite enden, bleiben außer Betracht.',
  'definitions.page-load.accuracy':
    'Das Perzentil ist auf 1 % genau; die Zahl der Aufrufe unter dem Zielwert ist exakt, und unbekannt, wenn der Zielwert innerhalb der 28 Tage geändert wurde.',
  'definitions.page-load.coverage':
    'Die Abdeckung ist der Anteil der ersten Navigationen, deren Ladezeit gemessen wurde.',
  'definitions.uptime':
    'Anteil der letzten 30 Tage, in dem mindestens ein Prozess des Backends Heartbeats sendete, keiner seine Datenbank verlor und keine zählende Prüfung von außen fehlschlug oder ständig wechselte.',
  'definitions.uptime.excluded':
    'Eine Lücke in allen Heartbeats ist keine Verfügbarkeit; vorab angekündigte Wartung und die Zeit vor der Installation bleiben außer Betracht.',
  'definitions.stale-entities':
    'Anteil der Entities des Katalogs, die veraltet sind, jede einmal gezählt (Art: {{kinds}}).',
  'definitions.stale-entities.off':
    'Anteil der Entities des Katalogs, die veraltet sind (Art: {{kinds}}); alle Gründe sind ausgeschaltet.',
  'definitions.stale-entities.if':
    'Eine Entity ist veraltet, wenn einer dieser Gründe zutrifft und keine Annotation sie ausnimmt: {{reasons}}.',
  'definitions.rule.for': '{{rule}} (seit mindestens {{time}})',
  'definitions.rule.of-kinds': '{{rule}} (nur Art {{kinds}})',
  'definitions.rule.orphan': 'keine Location verweist mehr auf sie',
  'definitions.rule.processing-error': 'der Katalog kann sie nicht verarbeiten',
  'definitions.rule.source-error':
    'die Quelle, aus der sie stammt, ist nicht lesbar',
  'definitions.rule.owner-missing': 'sie hat keinen Owner',
  'definitions.rule.owner-placeholder':
    'sie hat keinen Owner (oder nur den Platzhalter {{placeholders}})',
  'definitions.rule.owner-unknown':
    'keiner ihrer Owner steht im Katalog (geprüft, sobald der Katalog Gruppen hat)',
  'definitions.rule.relation-dangling':
    'sie hängt von einer Entity ab, gehört zu einer oder stellt eine bereit, die nicht im Katalog steht',
  'definitions.rule.unchanged': 'ihre Definition ist seit {{time}} unverändert',
  'definitions.rule.unverified': 'seit {{time}} hat sie kein Owner bestätigt',
};
