import type { SentencesOf } from './SentencesOf';

export const alerts: SentencesOf<'alerts'> = {
  'alerts.deadline.at-risk': 'Die Frist für die Adoption ist gefährdet',
  'alerts.deadline.missed':
    'Das Adoptionsziel wurde bis zur Frist nicht erreicht',
  'alerts.deadline.achieved': 'Das Adoptionsziel ist erreicht',
  'alerts.deadline.recovered':
    'Die Frist für die Adoption ist nicht mehr gefährdet',
  'alerts.deadline.left_one': '{{title}}: noch {{count, number}} Tag',
  'alerts.deadline.left_other': '{{title}}: noch {{count, number}} Tage',
  'alerts.deadline.report': 'Bericht für die Leitung: {{page}}',
  'alerts.milestone_one':
    'Noch {{count, number}} Tag bis zur Frist für die Adoption',
  'alerts.milestone_other':
    'Noch {{count, number}} Tage bis zur Frist für die Adoption',
  'alerts.as-of': 'Stand der Daten: {{day}}.',
  'alerts.metric.met': '{{metric}}: Zielwert wieder erreicht',
  'alerts.metric.missed': '{{metric}}: Zielwert verfehlt',
  'alerts.metric-name.active-users': 'Aktive Nutzer',
  'alerts.metric-name.page-load': 'Ladezeit',
  'alerts.metric-name.uptime': 'Verfügbarkeit',
  'alerts.metric-name.stale-entities': 'Veraltete Entities im Katalog',
  'alerts.browsers.stopped': 'Browser melden keine Nutzung des Portals mehr',
  'alerts.browsers.running': 'Browser melden wieder Nutzung des Portals',
  'alerts.browsers.unknown':
    'Aktive Nutzer und Ladezeit sind unbekannt, bis wieder Meldungen kommen.',
  'alerts.browsers.causes':
    'Mögliche Ursachen stehen unter Adoption → Einstellungen → Zustand der Daten.',
  'alerts.browsers.quiet': 'Keine Besuche seit {{day}}',
  'alerts.browsers.quiet-because':
    'Wenn keine Besuche zu erwarten waren, ist nichts zu tun. Sonst stehen mögliche Ursachen unter Adoption → Einstellungen → Zustand der Daten.',
  'alerts.catalog.stopped': 'Scans des Softwarekatalogs schlagen fehl',
  'alerts.catalog.running': 'Scans des Softwarekatalogs gelingen wieder',
  'alerts.catalog.failing':
    'Seit einem Tag ist kein Scan gelungen. Der Anteil veralteter Entities stammt vom letzten erfolgreichen Scan. Der Fehler steht unter Adoption → Einstellungen → Zustand der Daten.',
  'alerts.browsers.resumed':
    'Aktive Nutzer und Ladezeit werden wieder gemessen.',
  'alerts.catalog.resumed':
    'Der Anteil veralteter Entities ist wieder auf dem neuesten Stand.',
  'alerts.error-budget.calm':
    'Die letzte Ausfallzeit liegt unter der Schwelle für Warnungen.',
  'alerts.error-budget.fast':
    'Das Fehlerbudget der Verfügbarkeit wird schnell verbraucht',
  'alerts.error-budget.slow':
    'Das Fehlerbudget der Verfügbarkeit wird langsam, aber stetig verbraucht',
  'alerts.error-budget.fast-over':
    'Das Fehlerbudget der Verfügbarkeit wird nicht mehr schnell verbraucht',
  'alerts.error-budget.slow-over':
    'Das Fehlerbudget der Verfügbarkeit wird nicht mehr langsam, aber stetig verbraucht',
  'alerts.error-budget.burning_one':
    'In der letzten Stunde war die Ausfallzeit {{times}}-mal so hoch, wie der Zielwert erlaubt.',
  'alerts.error-budget.burning_other':
    'In den letzten {{count, number}} Stunden war die Ausfallzeit {{times}}-mal so hoch, wie der Zielwert erlaubt.',
  'alerts.error-budget.left':
    'Bei diesem Tempo reicht das Budget von {{days}} Tagen noch so lange: {{left}}.',
  'alerts.fix.no-recipients':
    'Fügen Sie der Frist einen Empfänger hinzu, oder setzen Sie adoptionMetrics.alerts.recipients.',
  'alerts.fix.recipient-missing':
    'Entfernen Sie den Empfänger, oder importieren Sie ihn als Benutzer oder Gruppe in den Katalog.',
  'alerts.fix.recipient-empty':
    'Fügen Sie der Gruppe Mitglieder hinzu, oder wählen Sie einen anderen Empfänger.',
  'alerts.fix.address':
    'Prüfen Sie die Adresse in adoptionMetrics.alerts.webhook.url, und ob das Backend sie erreicht.',
  'alerts.fix.redirect':
    'Setzen Sie adoptionMetrics.alerts.webhook.url auf die Adresse, zu der der Empfänger weiterleitet; Weiterleitungen wird nicht gefolgt.',
  'alerts.fix.notifications':
    'Prüfen Sie, ob das Notifications-Plugin im Backend installiert ist: @backstage/plugin-notifications-backend.',
  'alerts.fix.webhook':
    'Prüfen Sie adoptionMetrics.alerts.webhook, und was sein Empfänger über die Anfrage protokolliert.',
  'alerts.fix.events':
    'Prüfen Sie, ob der Events-Dienst des Backends funktioniert.',
  'alerts.fix.channel': 'Prüfen Sie den Kanal „{{channel}}“.',
};
