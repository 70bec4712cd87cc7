import type { SentencesOf } from './SentencesOf';

export const catalog: SentencesOf<'catalog'> = {
  'catalog.orphan': 'Keine Location verweist mehr auf diese Entity.',
  'catalog.orphan.hint':
    'Melden Sie sie ab, oder stellen Sie die Location wieder her, die sie aufgeführt hat.',
  'catalog.processing-error':
    'Der Katalog kann sie nicht verarbeiten: {{error}}',
  'catalog.processing-error.hint':
    'Korrigieren Sie ihre Definition; die Seite der Entity zeigt den Fehler.',
  'catalog.source-error.listed':
    'Eine Datei, die {{place}} aufführt, ist nicht lesbar: {{error}}',
  'catalog.source-error.own': 'Ihre Quelle ist nicht lesbar: {{place}}',
  'catalog.source-error.location':
    'Die Location, die sie registriert, ist nicht lesbar: {{place}}',
  'catalog.source-error.hint':
    'Stellen Sie die Datei oder den Zugriff darauf wieder her, oder melden Sie die Location ab.',
  'catalog.owner-missing': 'Sie hat keinen Owner.',
  'catalog.owner-missing.placeholder':
    'Ihr Owner ist der Platzhalter {{placeholder}}.',
  'catalog.owner-missing.hint':
    'Setzen Sie spec.owner auf die Gruppe, die sie pflegt.',
  'catalog.owner-unknown_one': 'Ihr Owner {{owners}} steht nicht im Katalog.',
  'catalog.owner-unknown_other':
    'Ihre Owner {{owners}} stehen nicht im Katalog.',
  'catalog.owner-unknown.hint':
    'Setzen Sie spec.owner auf eine Gruppe oder einen Benutzer im Katalog, oder fügen Sie den fehlenden hinzu.',
  'catalog.relation-dangling':
    'Eine Relation führt zu einer Entity, die nicht im Katalog steht: {{relations}}.',
  'catalog.relation-dangling.hint':
    'Korrigieren Sie den Verweis, oder registrieren Sie die fehlende Entity.',
  'catalog.relation.depends-on': 'hängt ab von {{entity}}',
  'catalog.relation.part-of': 'ist Teil von {{entity}}',
  'catalog.relation.provides': 'stellt {{entity}} bereit',
  'catalog.relation.more': '{{number}} weitere',
  'catalog.unchanged': 'Ihre Definition ist seit {{day}} unverändert.',
  'catalog.unchanged.hint':
    'Prüfen Sie, ob sie noch stimmt, und aktualisieren Sie sie.',
  'catalog.unverified': 'Seit {{day}} hat sie kein Owner bestätigt.',
  'catalog.unverified.never': 'Noch nie hat sie ein Owner bestätigt.',
  'catalog.unverified.hint':
    'Wenn sie noch stimmt, lassen Sie einen Owner sie auf ihrer Seite bestätigen.',
  'catalog.spiral.no-data': 'Nicht genug Daten: {{metrics}}.',
  'catalog.spiral.active-users': 'aktive Nutzer',
  'catalog.spiral.stale-entities': 'veraltete Entities im Katalog',
  'catalog.spiral.too-few_one':
    'Nötig sind {{needed}} abgeschlossene Wochen beider Metriken; bisher ist es {{count, number}}.',
  'catalog.spiral.too-few_other':
    'Nötig sind {{needed}} abgeschlossene Wochen beider Metriken; bisher sind es {{count, number}}.',
  'catalog.spiral.stale-rising':
    'Der Anteil veralteter Entities am Katalog ging von {{before}} auf {{after}}.',
  'catalog.spiral.active-falling':
    'Der Anteil aktiver Nutzer an den Entwicklern ging von {{before}} auf {{after}}.',
  'catalog.spiral.both':
    'Beide Anzeichen in den letzten {{weeks}} abgeschlossenen Wochen: Der Katalog veraltete, während weniger Personen das Portal nutzten. Was wovon die Ursache ist, zeigen diese Metriken nicht.',
  'catalog.spiral.one':
    'Eines von zwei Anzeichen in den letzten {{weeks}} abgeschlossenen Wochen; beide zusammen sind eine Warnung.',
  'catalog.exemption.invalid': 'Ihre Ausnahme ist ungültig: {{problem}}.',
  'catalog.exemption.missing': '{{annotation}} fehlt',
  'catalog.exemption.no-day':
    '{{annotation}} ist „{{until}}“; erwartet wird ein Tag wie 2027-01-31',
  'catalog.exemption.over': 'sie endete am {{day}}',
  'catalog.spiral.none':
    'Kein Anzeichen in den letzten {{weeks}} abgeschlossenen Wochen, dass der Katalog veraltet, während weniger Personen das Portal nutzen.',
};
