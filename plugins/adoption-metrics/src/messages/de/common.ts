import type { common as english } from '../common';
import type { Translated } from '../Translated';

export const common: Translated<typeof english> = {
  page: {
    adoption: 'Adoption',
    overview: 'Überblick',
    'active-users': 'Aktive Nutzer',
    'page-load': 'Ladezeit',
    uptime: 'Verfügbarkeit',
    catalog: 'Katalog',
    deadline: 'Frist',
    decision: 'Entscheidung',
    alerts: 'Warnungen und Berichte',
    settings: 'Einstellungen',
    report: 'Bericht',
    me: 'Meine Daten',
  },
  decided: {
    stay: 'Bleiben und die Frist verlängern',
    stop: 'Aufhören',
  },
  unknown: 'unbekannt',
  deletedUser: 'gelöschter Benutzer',
  importedHistory: 'importierter Verlauf',
  configuration: 'Konfiguration',
  timeZone: 'Zeitzone',
  timeIn: '{{time}} ({{timeZone}})',
  partOfWhole: '{{part}} von {{whole}}',
  change: {
    none: 'keine Änderung',
    points: '{{size}} Pp.',
    seconds: '{{size}} s',
    same: 'etwa gleich',
  },
  target: {
    atLeast: 'mindestens {{value}}',
    under: 'unter {{value}}',
  },
  csv: {
    label: 'CSV',
    of: 'von {{title}}',
    failed: 'Die Datei konnte nicht heruntergeladen werden: {{reason}}',
  },
  table: {
    sortBy: 'Sortieren nach',
    range: '{{first}}–{{last}} von {{total}}',
    previous: 'Vorherige Seite',
    next: 'Nächste Seite',
  },
  printedOn: 'Gedruckt am {{time}} ({{timeZone}})',
  onThisPage: 'Auf dieser Seite',
  filter: {
    chip: '{{label}}: {{value}}',
    clear: 'Filter aufheben',
    narrow: 'Nur {{subject}} anzeigen',
  },
  showMore: 'Mehr anzeigen',
  showAsTable: 'Als Tabelle anzeigen',
  tryAgain: 'Erneut versuchen',
  loading: 'Wird geladen: {{title}}',
  loadFailed: {
    notInstalled: {
      title:
        'Das Backend von Adoption Metrics ist in diesem Portal nicht installiert',
      text: 'Fügen Sie dem Backend das Paket {{package}} hinzu, und starten Sie es neu. Ist es vorhanden, steht im Protokoll des Backends, warum es nicht gestartet ist.',
    },
    signedOut: {
      title: 'Sie sind abgemeldet',
      text: 'Ihre Sitzung ist abgelaufen. Laden Sie die Seite neu, um sich wieder anzumelden.',
    },
    forbidden: {
      title: '{{subject}}: Laden nicht möglich',
      text: 'Sie haben keinen Zugriff. Wenden Sie sich an die Administratoren Ihres Portals.',
    },
    limited: {
      title: '{{subject}}: Laden nicht möglich',
      text: 'Dieses Portal begrenzt zurzeit die Anfragen. Versuchen Sie es in einer Minute erneut.',
    },
    unavailable: {
      title: '{{subject}}: vorübergehend nicht verfügbar',
      text: 'Das Backend dieses Portals startet gerade oder ist überlastet. Versuchen Sie es in einer Minute erneut.',
    },
    offline: {
      title: 'Dieses Portal ist nicht erreichbar',
      text: 'Prüfen Sie Ihre Netzwerkverbindung, und versuchen Sie es erneut.',
    },
    page: {
      title: '{{subject}}: Laden nicht möglich',
      text: 'Statt Daten kam eine Webseite zurück. Wahrscheinlich ist das Backend von Adoption Metrics in diesem Portal nicht installiert, oder ein Proxy oder eine Anmeldeseite hat an seiner Stelle geantwortet.',
    },
    other: {
      title: '{{subject}}: Laden nicht möglich',
      text: 'In diesem Portal ist etwas schiefgegangen. Mehr dazu steht im Protokoll des Backends oder in der Konsole dieses Browsers.',
    },
  },
  howToInstall: 'Anleitung zur Installation',
  loadFailedBecause: '{{subject}}: Laden nicht möglich: {{reason}}',
  sectionFailed:
    'Dieser Abschnitt kann nicht gezeigt werden. Frontend und Backend von Adoption Metrics haben vielleicht verschiedene Versionen.',
  searchFailed: 'Der Katalog konnte nicht durchsucht werden: {{reason}}',
  refreshFailed:
    '{{subject}}: Aktualisieren nicht möglich. Sie sehen den letzten Stand.',
  changeFailed: 'Die Änderung konnte nicht gespeichert werden: {{reason}}',
  noAccess: {
    title: 'Sie haben keinen Zugriff auf die Adoption-Metriken',
    text: 'Bitten Sie die Administratoren Ihres Portals um die Berechtigung {{permission}}.',
  },
  aboutMe: 'Was über mich gespeichert ist',
  demoData: 'Demodaten',
  demoDataOf: '{{label}} · {{period}}',
  hidden: {
    label: 'verborgen',
    fewerThan: 'verborgen: weniger als {{minimum}} Personen',
  },
  team: {
    within: 'in {{path}}',
    includes: 'Umfasst {{teams}}',
  },
};
