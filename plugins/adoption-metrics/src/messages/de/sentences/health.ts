import type { SentencesOf } from './SentencesOf';

export const health: SentencesOf<'health'> = {
  'health.configuration': 'Konfiguration',
  'health.configuration.ok': 'Alle Schlüssel von adoptionMetrics sind gültig.',
  'health.configuration.warning': '{{warning}}.',
  'health.configuration.fix':
    'Korrigieren Sie app-config.yaml, und starten Sie das Backend neu.',
  'health.owner-notifications': 'Benachrichtigung der Owner',
  'health.owner-notifications.ok':
    'Jeder Owner, der diese Woche benachrichtigt wurde, hat Mitglieder.',
  'health.owner-notifications.unreachable':
    'Benachrichtigungen über veraltete Entities erreichen niemanden bei {{owners}}.',
  'health.owner-notifications.more_one': '{{count, number}} weiterem',
  'health.owner-notifications.more_other': '{{count, number}} weiteren',
  'health.owner-notifications.fix':
    'Fügen Sie diesen Gruppen Mitglieder hinzu, oder weisen Sie ihre Entities einem anderen Owner zu. Die Zustellung wird zwei Tage lang wiederholt.',
  'health.last-scan': 'Scan des Katalogs',
  'health.last-scan.failed': 'Der letzte Scan ist fehlgeschlagen: {{error}}',
  'health.last-scan.failed.fix':
    'Prüfen Sie, ob das Katalog-Plugin antwortet; der nächste geplante Scan versucht es erneut.',
  'health.last-scan.none': 'Noch wurde kein Scan abgeschlossen.',
  'health.last-scan.none.fix':
    'Der erste Scan läuft innerhalb einer Minute nach dem Start.',
  'health.last-scan.scanned_one':
    '{{count, number}} Entity gescannt, davon {{stale}} veraltet.',
  'health.last-scan.scanned_other':
    '{{count, number}} Entities gescannt, davon {{stale}} veraltet.',
  'health.last-scan.unchecked': 'Nicht vollständig geprüft: {{entities}}.',
  'health.last-scan.unchecked.fix':
    'Die Liste der veralteten Entities nennt die Entities, die nicht geprüft werden konnten, mit dem Grund.',
  'health.clock': 'Uhr',
  'health.clock.steady': 'Die Uhr des Backends ist gleichmäßig gelaufen.',
  'health.clock.agreed':
    'Das Backend und die Datenbank stimmen in der Zeit überein.',
  'health.clock.on': 'Auf {{replica}}: {{finding}}',
  'health.clock.ahead':
    'Die Uhr des Backends geht vor ({{time}}); Tage und Verfügbarkeit folgen der richtigen Zeit, und ein Tag wird abgeschlossen, sobald er nach beiden Uhren vorüber ist.',
  'health.clock.behind':
    'Die Uhr des Backends geht nach ({{time}}); Tage und Verfügbarkeit folgen der richtigen Zeit, und ein Tag wird abgeschlossen, sobald er nach beiden Uhren vorüber ist.',
  'health.clock.database':
    'Die Uhr der Datenbank wurde verstellt; bis sie wieder mit der des Backends übereinstimmt, wird ein Tag abgeschlossen, sobald er nach beiden vorüber ist.',
  'health.clock.unknown':
    'Die Uhr des Backends passt nicht zur zuletzt gespeicherten Zeit; kein Tag wird abgeschlossen, bis sie zehn Minuten gleichmäßig gelaufen ist.',
  'health.clock.process.fix':
    'Stellen Sie die Uhr dieses Rechners, und synchronisieren Sie sie mit NTP. Daten müssen danach nicht korrigiert werden.',
  'health.clock.database.fix':
    'Vergleichen Sie die Uhr des Datenbankservers mit NTP. Daten müssen danach nicht korrigiert werden.',
  'health.clock.unknown.fix':
    'Wenn die Uhr dieses Rechners richtig geht, ist nichts zu tun: Sie gilt nach zehn Minuten wieder. Sonst stellen Sie sie.',
  'health.sign-in-names': 'Anmeldenamen',
  'health.sign-in-names.no-developers':
    'Noch zählt kein Benutzer des Katalogs als Entwickler.',
  'health.sign-in-names.ok':
    'Die Anmeldenamen stimmen mit Benutzern im Katalog überein.',
  'health.sign-in-names.outsiders':
    '{{outsiders}} der {{people}} Personen, die das Portal in den letzten {{days}} Tagen genutzt haben, stehen nicht im Katalog und zählen nicht.',
  'health.sign-in-names.fix':
    'Konfigurieren Sie den Sign-in-Resolver so, dass er die Namen von Benutzern des Katalogs liefert, oder importieren Sie die Benutzer unter ihren Anmeldenamen. Identitäten, die unter anderen Namen gezählt wurden, lassen sich zusammenführen.',
  'health.last-batch': 'Ereignisse von Browsern',
  'health.last-batch.guests':
    'Bisher haben nur Browser von Gästen gemeldet, und Gäste werden nicht gezählt.',
  'health.last-batch.none': 'Noch hat kein Browser gemeldet.',
  'health.last-batch.imported':
    'Nur importierte Daten: Seit dem Import hat kein Browser gemeldet ({{time}}).',
  'health.last-batch.none.fix':
    'Melden Sie sich an, und öffnen Sie eine Seite des Katalogs. Wenn innerhalb einer Minute nichts kommt, prüfen Sie, ob die App das Plugin enthält: im neuen Frontend-System backstage-plugin-adoption-metrics in packages/app/package.json und unter den features von createApp, wenn app.packages nicht all ist; im alten, in dem createApp aus @backstage/app-defaults kommt und das nichts bewirkt, die Komponenten von backstage-plugin-adoption-metrics/legacy in packages/app/src/App.tsx und createAdoptionAnalyticsApiFactory() in apis.ts (docs/old-frontend-system.md). Automatisierte Browser melden nicht, und ebenso wenig die App unter einer anderen Adresse als app.baseUrl.',
  'health.last-batch.ok': 'Browser melden.',
  'health.last-batch.no-activity':
    'Browser melden Seitenaufrufe, aber keine Aktivität.',
  'health.last-batch.no-activity.fix':
    'Öffnen Sie eine Seite des Katalogs, und klicken Sie etwas an. Wenn die Warnung bleibt, meldet die App nur Seitenaufrufe: Fügen Sie im alten Frontend-System createAdoptionAnalyticsApiFactory() in packages/app/src/apis.ts hinzu, anstelle jeder anderen Factory von analyticsApiRef (docs/old-frontend-system.md). Aktivität in diesem Plugin zählt nicht.',
  'health.last-batch.stopped_one':
    'Seit {{day}} hat kein Browser gemeldet, obwohl {{count, number}} Person dieses Plugin an einem Tag geöffnet hat.',
  'health.last-batch.stopped_other':
    'Seit {{day}} hat kein Browser gemeldet, obwohl {{count, number}} Personen dieses Plugin an einem Tag geöffnet haben.',
  'health.last-batch.stopped-failing_one':
    'Seit {{day}} hat kein Browser gemeldet, obwohl Meldungen von {{count, number}} Person an einem Tag fehlgeschlagen sind.',
  'health.last-batch.stopped-failing_other':
    'Seit {{day}} hat kein Browser gemeldet, obwohl Meldungen von {{count, number}} Personen an einem Tag fehlgeschlagen sind.',
  'health.last-batch.stopped.fix':
    'Öffnen Sie eine Seite, und prüfen Sie Konsole und Netzwerk-Tab des Browsers: Enthält die App das Plugin noch, blockiert etwas POST /api/adoption-metrics/v1/events, und fehlt die Adresse des Portals in adoptionMetrics.collector.origins?',
  'health.last-batch.usual':
    'Seit mehr als einem Tag hat kein Browser gemeldet; das ist für dieses Portal üblich.',
  'health.reporting-readers': 'Browser derer, die dieses Plugin öffnen',
  'health.reporting-readers.too-few':
    'Nicht genug Daten: In den letzten 7 Tagen haben es zu wenige Personen geöffnet.',
  'health.reporting-readers.ok':
    'In den letzten 7 Tagen haben {{reporting}} von {{readers}} täglichen Lesern auch Nutzung gemeldet.',
  'health.reporting-readers.falling':
    'In den letzten 7 Tagen haben {{reporting}} von {{readers}} täglichen Lesern auch Nutzung gemeldet, in den 8 Wochen davor {{reportingBefore}} von {{readersBefore}}. Einige Browser scheinen nicht mehr zu melden.',
  'health.reporting-readers.falling.fix':
    'Achten Sie auf Browser-Erweiterungen, die Anfragen blockieren, eine neue Version der App ohne das Plugin und Adressen, die in adoptionMetrics.collector.origins fehlen.',
  'health.opt-outs': 'Widersprüche',
  'health.dropped-events': 'Verworfene Ereignisse',
  'health.dropped-events.ok':
    'Ereignisse, die Browser in den letzten {{days}} Tagen verworfen haben: {{events}}.',
  'health.dropped-events.many':
    'Ereignisse, die Browser in den letzten {{days}} Tagen verworfen haben: {{events}} ({{reasons}}), mehr als eines je {{navigations}} Navigationen.',
  'health.dropped-events.reason': '{{reason}}: {{events}}',
  'health.dropped-events.few': 'weniger als {{events}}',
  'health.dropped-events.at-least': 'mindestens {{events}}',
  'health.dropped-events.storage-full': 'der Speicher des Browsers war voll',
  'health.dropped-events.too-old': 'nicht rechtzeitig gesendet',
  'health.dropped-events.refused': 'vom Server abgelehnt',
  'health.dropped-events.fix':
    'Prüfen Sie, ob Browser POST /api/adoption-metrics/v1/events erreichen. Sie behalten Ereignisse bis zu 72 Stunden, in begrenztem Speicher.',
  'health.permissions': 'Berechtigungen',
  'health.permissions.ok':
    'Die Berechtigungsregeln des Portals bestimmen, wer die Metriken sieht.',
  'health.permissions.disabled':
    'Berechtigungen sind ausgeschaltet: Jeder angemeldete Benutzer kann die Metriken lesen.',
  'health.permissions.fix':
    'Setzen Sie permission.enabled auf true, mit einer Policy, die denen adoption-metrics.scorecard.read erlaubt, die die Metriken lesen dürfen; ohne sie ist der Zugriff verwehrt.',
  'health.closed-days': 'Abgeschlossene Tage',
  'health.closed-days.ok': 'Daten bis {{day}} ({{timeZone}}).',
  'health.closed-days.none':
    'Metriken umfassen ganze Tage, und seit der Installation ist noch kein Tag zu Ende gegangen.',
  'health.closed-days.soon':
    'Die ersten Metriken erscheinen in wenigen Minuten.',
  'health.closed-days.on':
    'Die ersten Metriken erscheinen am {{day}}, nach Mitternacht ({{timeZone}}).',
  'health.portals': 'Andere Portale',
  'health.portals.none': 'Es sind keine anderen Portale konfiguriert.',
  'health.portals.ok':
    'Alle anderen Portale haben in der letzten Woche gemeldet.',
  'health.portals.silent':
    'Von {{portal}} wurde noch keine Aktivität gemeldet.',
  'health.portals.late':
    'Der letzte gemeldete Tag von {{portal}} ist der {{day}}.',
  'health.portals.fix':
    'Prüfen Sie den Job, der es meldet, und reichen Sie die fehlenden Tage nach; späte Tage zählen. Siehe docs/portals.md.',
  'health.heartbeats': 'Heartbeat des Backends',
  'health.heartbeats.none': 'Noch hat kein Prozess einen Heartbeat gesendet.',
  'health.heartbeats.none.fix':
    'Der erste Heartbeat folgt, sobald das Backend bereit ist; siehe GET /.backstage/health/v1/readiness.',
  'health.heartbeats.stopped':
    'Seit {{time}} hat kein Prozess einen Heartbeat gesendet; das Portal gilt als ausgefallen.',
  'health.heartbeats.stopped.fix':
    'Das Log zeigt, warum Heartbeats aussetzen: Das Backend ist nicht bereit, oder seine Datenbank antwortet nicht.',
  'health.heartbeats.ok_one':
    'Ein Prozess sendet Heartbeats, der letzte ist {{time}} her.',
  'health.heartbeats.ok_other':
    '{{count, number}} Prozesse senden Heartbeats, der letzte ist {{time}} her.',
  'health.heartbeats.shared':
    'Die Heartbeats dieses Prozesses teilen sich die Datenbankverbindungen der Anfragen, weil keine eigene Verbindung geöffnet werden konnte ({{error}}).',
  'health.alert-recipients': 'Empfänger von Warnungen',
  'health.alert-recipients.unknown':
    'Die Empfänger konnten nicht geprüft werden: Der Katalog hat nicht geantwortet.',
  'health.alert-recipients.unknown.fix':
    'Prüfen Sie, ob das Katalog-Plugin antwortet.',
  'health.alert-recipients.nobody':
    'Eine Frist ist gesetzt, aber niemand wird benachrichtigt, wenn sie gefährdet ist.',
  'health.alert-recipients.nobody-because':
    'Eine Frist ist gesetzt, aber niemand wird benachrichtigt, wenn sie gefährdet ist: {{recipients}}.',
  'health.alert-recipients.nobody.fix':
    'Fügen Sie den Empfängern der Frist unter Adoption → Einstellungen einen Benutzer oder eine Gruppe mit Mitgliedern hinzu, oder setzen Sie adoptionMetrics.alerts.recipients oder adoptionMetrics.alerts.webhook.url.',
  'health.alert-recipients.rule.fix':
    'Schalten Sie adoptionMetrics.alerts.rules.deadline ein, mit Empfängern und mindestens einem der eingerichteten Kanäle: {{channels}}.',
  'health.alert-recipients.some':
    'Einige Empfänger sind nicht erreichbar: {{recipients}}.',
  'health.alert-recipients.some.fix':
    'Fügen Sie der Gruppe Mitglieder hinzu, oder korrigieren Sie die Empfänger der Frist, adoptionMetrics.alerts.recipients und die Empfänger der einzelnen Regeln.',
  'health.alert-recipients.ok': 'Warnungen werden gesendet über: {{channels}}.',
  'health.alert-recipients.none':
    'Niemand wird über Warnungen benachrichtigt. Legen Sie Empfänger fest, bevor Sie eine Frist setzen.',
  'health.recipient-missing': '{{recipient}} steht nicht im Katalog',
  'health.recipient-empty': '{{recipient}} hat im Katalog keine Mitglieder',
  'health.alert-rules': 'Regeln für Warnungen',
  'health.alert-rules.ok': 'Jede Regel kann ausgewertet werden.',
  'health.alert-rules.failed':
    'Die Regel „{{rule}}“ kann nicht ausgewertet werden: {{reason}}.',
  'health.alert-rules.others': 'Andere Regeln warnen weiterhin.',
  'health.alert-rules.fix':
    'Beheben Sie die Ursache; Regeln werden jede Minute ausgewertet.',
  'health.developers': 'Entwickler',
  'health.developers.failed':
    'Benutzer und Gruppen konnten nicht gelesen oder gespeichert werden: {{reason}}',
  'health.developers.failed.fix':
    'Prüfen Sie, ob das Katalog-Plugin antwortet; sie werden alle fünf Minuten neu gelesen.',
  'health.developers.head-count':
    'Die konfigurierte Personenzahl ist {{developers}}.',
  'health.developers.unknown':
    'Noch sind keine Entwickler bekannt: Der Katalog hat keine User-Entities oder wurde noch nicht zweimal abgeglichen, was nach dem ersten Start etwa zwei Minuten dauert.',
  'health.developers.none': 'Kein Benutzer des Katalogs zählt als Entwickler.',
  'health.developers.all-excluded_one':
    '{{count, number}} Benutzer ausgeschlossen: Gäste, wie der Beispielgast eines neuen Portals, und Benutzer, die adoptionMetrics.developers ausschließt.',
  'health.developers.all-excluded_other':
    '{{count, number}} Benutzer ausgeschlossen: Gäste, wie der Beispielgast eines neuen Portals, und Benutzer, die adoptionMetrics.developers ausschließt.',
  'health.developers.import.fix':
    'Importieren Sie Ihre Benutzer in den Katalog (https://backstage.io/docs/features/software-catalog/life-of-an-entity), oder setzen Sie adoptionMetrics.developers.headCount auf die Zahl Ihrer Entwickler. Einbezogene Benutzer stehen unter Adoption → Einstellungen.',
  'health.developers.ok_one':
    '{{developers}} im Katalog, {{count, number}} Benutzer ausgeschlossen.',
  'health.developers.ok_other':
    '{{developers}} im Katalog, {{count, number}} Benutzer ausgeschlossen.',
  'health.developers.count_one': '{{count, number}} Entwickler',
  'health.developers.count_other': '{{count, number}} Entwickler',
  'health.developers.held.fix':
    'Die Zahl ist um über 20 % gefallen: Prüfen Sie den Import der Benutzer. Wenn der Rückgang echt ist, ist nichts zu tun.',
  'health.secret': 'Schlüssel der Pseudonyme',
  'health.secret.generated':
    'Der Schlüssel wurde erzeugt und liegt in der Datenbank, die er schützen soll.',
  'health.secret.generated.fix':
    'Setzen Sie adoptionMetrics.privacy.secret auf eine zufällige Zeichenkette von mindestens 16 Zeichen außerhalb der Datenbank, etwa in einer Umgebungsvariablen, und starten Sie das Backend neu. Gespeicherte Personen werden ihm automatisch zugeordnet.',
  'health.secret.ok':
    'Der Schlüssel ist konfiguriert, getrennt von den Daten, die er schützt.',
  'health.secret.moving_one':
    '{{count, number}} Person ist noch unter dem früheren Schlüssel gespeichert; sie wird beim nächsten Abgleich des Katalogs oder Besuch zugeordnet. Wenn Sie adoptionMetrics.privacy.previousSecret vorher entfernen, ist das nicht mehr möglich.',
  'health.secret.moving_other':
    '{{count, number}} Personen sind noch unter dem früheren Schlüssel gespeichert; sie werden beim nächsten Abgleich des Katalogs oder Besuch zugeordnet. Wenn Sie adoptionMetrics.privacy.previousSecret vorher entfernen, ist das nicht mehr möglich.',
  'health.secret.lost_one':
    '{{count, number}} Person ist unter dem früheren Schlüssel gespeichert und kann nicht zugeordnet werden: Sie zählt beim nächsten Besuch als neuer Nutzer.',
  'health.secret.lost_other':
    '{{count, number}} Personen sind unter dem früheren Schlüssel gespeichert und können nicht zugeordnet werden: Sie zählen beim nächsten Besuch als neue Nutzer.',
  'health.secret.lost.fix':
    'Wenn Sie den früheren Schlüssel noch haben, setzen Sie adoptionMetrics.privacy.previousSecret darauf. Sonst werden die alten Einträge nach adoptionMetrics.retention.people gelöscht.',
  'health.guests': 'Gäste',
  'health.guests.ok':
    'In den letzten {{days}} Tagen hat kein Gast das Portal genutzt.',
  'health.guests.seen':
    'Gäste nutzen das Portal, zuletzt am {{day}}. Alle Gäste teilen sich einen Benutzer, daher werden sie nicht gezählt.',
  'health.guests.fix':
    'Lassen Sie Personen sich als Benutzer des Katalogs anmelden, über einen Anbieter wie GitHub, Google oder Microsoft mit einem Sign-in-Resolver (https://backstage.io/docs/auth/identity-resolver). Um es selbst zu versuchen, fügen Sie dem Katalog eine User-Entity für sich hinzu, setzen auth.providers.guest.userEntityRef darauf, etwa user:default/ada, und melden sich neu an.',
};
